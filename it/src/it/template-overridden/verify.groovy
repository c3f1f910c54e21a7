String config = new File(basedir, 'target/sam/samconfig.toml').text
assert config.contains('# Ours: one stack for each branch.')
assert config.contains('stack_name = "acme-quickstart"')
// The other templates are still the built-in ones.
assert new File(basedir, 'target/sam/template.yaml').text.contains('ReserveStockQueue:')
