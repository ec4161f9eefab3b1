;; The functions of `many.wit`: each returns what it is given.
(module
  (memory (export "memory") 1)
  (global $free (mut i32) (i32.const 1024))

  (func (export "cabi_realloc") (param i32 i32 i32 i32) (result i32)
    (global.get $free)
    (global.set $free
      (i32.and (i32.add (i32.add (global.get $free) (local.get 3)) (i32.const 7)) (i32.const -8))))

  (func $list (param i32 i32) (result i32)
    (i32.store (i32.const 8) (local.get 0))
    (i32.store (i32.const 12) (local.get 1))
    (i32.const 8))

  (func $large (param i32 i32) (result i32)
    (i32.store16 (i32.const 16) (local.get 0))
    (i32.store (i32.const 20) (local.get 1))
    (i32.const 16))

  (func (export "fidius:many/many@0.1.0#echo-big") (param i32) (result i32)
    (local.get 0))

  (func (export "fidius:many/many@0.1.0#echo-bigs") (param i32 i32) (result i32)
    (call $list (local.get 0) (local.get 1)))

  (func (export "fidius:many/many@0.1.0#echo-large") (param i32 i32) (result i32)
    (call $large (local.get 0) (local.get 1)))

  (func (export "fidius:many/many@0.1.0#echo-larges") (param i32 i32) (result i32)
    (call $list (local.get 0) (local.get 1)))

  (func (export "fidius:many/many@0.1.0#wrong-big") (result i32)
    (i32.const 300))

  (func (export "fidius:many/many@0.1.0#wrong-bigs") (result i32)
    (i32.store16 (i32.const 32) (i32.const 300))
    (call $list (i32.const 32) (i32.const 1)))

  (func (export "fidius:many/many@0.1.0#wrong-large") (result i32)
    (call $large (i32.const 300) (i32.const 0))))
