// RuleCatalog
