;; What no compiler emits: one fault for each function of `faults` in wit/hostile.wit.
;;
;; A result that takes more than one number of the machine is given as the address of where it lies. What lies where:
;;   16  the result that is being given
;;   64  the room for texts from the host
(module
  (import "fidius:hostile/host@0.1.0" "[constructor]ticket" (func $new-ticket (result i32)))
  (import "fidius:hostile/host@0.1.0" "[method]ticket.number" (func $ticket-number (param i32) (result i32)))
  (import "fidius:hostile/host@0.1.0" "[resource-drop]ticket" (func $drop-ticket (param i32)))
  (import "[export]fidius:hostile/faults@0.1.0" "[resource-new]tarpit" (func $new-tarpit (param i32) (result i32)))
  (import "[export]fidius:hostile/faults@0.1.0" "[resource-drop]tarpit" (func $drop-tarpit (param i32)))

  (memory (export "memory") 1)
  (table $table 1 funcref)

  ;; Where the host asks for room: for the texts that it passes to `take`.
  (func (export "cabi_realloc") (param $old i32) (param $old-size i32) (param $align i32) (param $size i32) (result i32)
    (if (i32.eq (local.get $size) (i32.const 1)) (then (loop $forever (br $forever))))
    (if (i32.eq (local.get $size) (i32.const 2)) (then (return (i32.const 0x7fff_ffff))))
    (if (i32.eq (local.get $size) (i32.const 3)) (then unreachable))
    (if (i32.eq (local.get $size) (i32.const 4)) (then (drop (call $new-ticket))))
    (i32.const 64))

  ;; Gives two numbers as the result: mostly an address and a length.
  (func $pair (param $first i32) (param $second i32) (result i32)
    (i32.store (i32.const 16) (local.get $first))
    (i32.store (i32.const 20) (local.get $second))
    (i32.const 16))

  ;; Traps unless there are this many pages more.
  (func $grow (param $pages i32)
    (if (i32.eq (memory.grow (local.get $pages)) (i32.const -1)) (then unreachable)))

  (func (export "fidius:hostile/faults@0.1.0#well") (result i32)
    (i32.const 42))

  ;; Rooms and results

  (func (export "fidius:hostile/faults@0.1.0#take") (param $at i32) (param $length i32) (result i32)
    (local.get $length))

  (func (export "fidius:hostile/faults@0.1.0#untidy") (result i32)
    (call $pair (i32.const 64) (i32.const 3)))
  (func (export "cabi_post_fidius:hostile/faults@0.1.0#untidy") (param i32)
    (loop $forever (br $forever)))

  (func (export "fidius:hostile/faults@0.1.0#claim-list") (result i32)
    (call $pair (i32.const 0) (i32.const 0x8000_0000)))

  (func (export "fidius:hostile/faults@0.1.0#claim-text") (result i32)
    (call $pair (i32.const 0) (i32.const 0x4000_0000)))

  (func (export "fidius:hostile/faults@0.1.0#give-list") (result i32)
    (call $grow (i32.const 0x8000))
    (call $pair (i32.const 0x1_0000) (i32.const 0x8000_0000)))

  (func (export "fidius:hostile/faults@0.1.0#give-text") (result i32)
    (call $grow (i32.const 0x4000))
    (call $pair (i32.const 0x1_0000) (i32.const 0x4000_0000)))

  ;; 4096 times the address and the length of the second half of the page, in the first half of it.
  (func (export "fidius:hostile/faults@0.1.0#give-texts") (result i32)
    (local $at i32)
    (call $grow (i32.const 1))
    (local.set $at (i32.const 0x1_0000))
    (loop $next
      (i32.store (local.get $at) (i32.const 0x1_8000))
      (i32.store offset=4 (local.get $at) (i32.const 0x8000))
      (local.set $at (i32.add (local.get $at) (i32.const 8)))
      (br_if $next (i32.lt_u (local.get $at) (i32.const 0x1_8000))))
    (call $pair (i32.const 0x1_0000) (i32.const 0x1000)))

  (func (export "fidius:hostile/faults@0.1.0#text-at") (param $pointer i32) (result i32)
    (local.get $pointer))

  ;; Values

  (func (export "fidius:hostile/faults@0.1.0#text-of") (param $bytes i32) (result i32)
    (i32.store (i32.const 64) (local.get $bytes))
    (call $pair (i32.const 64) (i32.const 4)))

  (func (export "fidius:hostile/faults@0.1.0#character") (param $code i32) (result i32)
    (local.get $code))

  (func (export "fidius:hostile/faults@0.1.0#flag") (param $value i32) (result i32)
    (local.get $value))

  (func (export "fidius:hostile/faults@0.1.0#shape-of") (param $number i32) (result i32)
    (local.get $number))

  ;; The number of the case, and an address and a length of zero.
  (func (export "fidius:hostile/faults@0.1.0#parcel-of") (param $case i32) (result i32)
    (i32.store (i32.const 24) (i32.const 0))
    (call $pair (local.get $case) (i32.const 0)))

  (func (export "fidius:hostile/faults@0.1.0#maybe-of") (param $case i32) (result i32)
    (call $pair (local.get $case) (i32.const 7)))

  ;; Handles

  (func (export "fidius:hostile/faults@0.1.0#[dtor]tarpit") (param i32)
    (loop $forever (br $forever)))

  (func $make (export "fidius:hostile/faults@0.1.0#make") (result i32)
    (call $new-tarpit (i32.const 1)))

  (func (export "fidius:hostile/faults@0.1.0#drop-own")
    (call $drop-tarpit (call $make)))

  (func (export "fidius:hostile/faults@0.1.0#give-unknown") (result i32)
    (i32.const 12345))

  (func (export "fidius:hostile/faults@0.1.0#give-ticket") (result i32)
    (call $new-ticket))

  (func (export "fidius:hostile/faults@0.1.0#ask-unknown") (result i32)
    (call $ticket-number (i32.const 12345)))

  (func (export "fidius:hostile/faults@0.1.0#drop-twice")
    (local $ticket i32)
    (local.set $ticket (call $new-ticket))
    (call $drop-ticket (local.get $ticket))
    (call $drop-ticket (local.get $ticket)))

  ;; Tables

  (func (export "fidius:hostile/faults@0.1.0#grow-table")
    (loop $next
      (br_if $next (i32.ne (table.grow $table (ref.null func) (i32.const 1)) (i32.const -1))))
    unreachable)

  (func (export "fidius:hostile/faults@0.1.0#grow-table-at-once") (param $n i32) (result i32)
    (if (i32.eq (table.grow $table (ref.null func) (local.get $n)) (i32.const -1)) (then unreachable))
    (table.size $table)))
