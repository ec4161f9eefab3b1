//! Components that the usual engine does not take, and what happens when there is no more room on it.

use fidius::{ErrorKind, Limits, Runtime};

#[fidius::host(wit = "tests/wit/single.wit")]
struct Single;

/// A component of one core module with one function.
fn component(module: &str) -> Vec<u8> {
    wat::parse_str(format!(
        r#"(component
             (core module $m {module} (func (export "f")))
             (core instance $i (instantiate $m))
             (func $f (canon lift (core func $i "f")))
             (instance $e (export "nothing" (func $f)))
             (export "test:single/single" (instance $e)))"#
    ))
    .unwrap()
}

#[test]
fn a_component_too_large_for_the_pool_runs_without_it() {
    let limits = Limits {
        table_elements: 1_000_000,
        ..Limits::default()
    };
    let single = Single::builder()
        .limits(limits)
        .load(component("(table 300000 funcref)"))
        .unwrap();
    for _ in 0..3 {
        single.nothing().unwrap();
    }
}

#[test]
fn a_component_with_async_functions_runs_on_an_engine_that_has_them() {
    let component = wat::parse_str(
        r#"(component
             (core module $m
               (func (export "f"))
               (func (export "g") unreachable))
             (core instance $i (instantiate $m))
             (func $f (canon lift (core func $i "f")))
             (type $async (func async))
             (func $g (type $async) (canon lift (core func $i "g")))
             (instance $e (export "nothing" (func $f)) (export "later" (func $g)))
             (export "test:single/single" (instance $e)))"#,
    )
    .unwrap();
    let single = Single::load(component).unwrap();
    single.nothing().unwrap();
    let later = single.plugin().interface().function("later").unwrap();
    assert!(later.is_async);
}

#[test]
fn the_limit_on_tables_is_an_error_of_its_own() {
    let limits = Limits {
        table_elements: 100,
        ..Limits::default()
    };
    let load = |module| {
        Single::builder()
            .limits(limits.clone())
            .load(component(module))
            .unwrap()
    };
    load("(table 60 funcref)").nothing().unwrap();
    let error = load("(table 60 funcref) (table 60 funcref)")
        .nothing()
        .unwrap_err();
    assert_eq!(error.kind(), ErrorKind::TooManyTableElements);
    assert!(error.to_string().contains("100 table elements"), "{error}");
}

#[test]
fn the_limit_on_memory_is_that_of_all_memories_together() {
    let limits = Limits {
        memory: 1 << 20,
        ..Limits::default()
    };
    let load = |module| {
        Single::builder()
            .limits(limits.clone())
            .load(component(module))
            .unwrap()
    };
    load("(memory 10)").nothing().unwrap();
    let error = load("(memory 10) (memory 10)").nothing().unwrap_err();
    assert!(error.is_out_of_memory());
}

#[test]
fn an_endless_start_function_ends_at_the_time_limit() {
    let limits = Limits {
        time: std::time::Duration::from_millis(50),
        ..Limits::default()
    };
    let single = Single::builder()
        .limits(limits)
        .load(component("(func $s (loop (br 0))) (start $s)"))
        .unwrap();
    let error = single.nothing().unwrap_err();
    assert!(error.is_timeout());
    assert!(error.to_string().contains("making an instance"), "{error}");
    assert!(single.plugin().session().unwrap_err().is_timeout());
}

#[test]
fn there_is_room_for_all_instances_that_may_be_and_for_no_more() {
    let limits = Limits {
        time: std::time::Duration::from_millis(200),
        ..Limits::default()
    };
    let single = Single::builder()
        .runtime(&Runtime::new())
        .limits(limits)
        .load(component("(memory 1)"))
        .unwrap();
    let mut sessions = Vec::new();
    let error = loop {
        match single.plugin().session() {
            Ok(session) => sessions.push(session),
            Err(error) => break error,
        }
        assert!(sessions.len() <= 1000);
    };
    assert_eq!(sessions.len(), 1000);
    // Others wait for one of them to go, as long as they may.
    for error in [error, single.nothing().unwrap_err()] {
        assert!(error.is_timeout(), "{error}");
        assert!(
            error.to_string().contains("the 1000 instances that"),
            "{error}"
        );
    }
    for session in &sessions {
        session.nothing().unwrap();
    }
    sessions.pop();
    single.nothing().unwrap();
    drop(sessions);
    single.nothing().unwrap();
}

#[test]
fn the_shared_runtime_is_made_anew_when_its_last_user_is_gone() {
    for _ in 0..20 {
        let single = Single::load(component("(memory 1)")).unwrap();
        single.nothing().unwrap();
    }
}

#[test]
fn many_runtimes_at_once_find_room_or_do_without_a_pool() {
    let singles: Vec<Single> = (0..40)
        .map(|_| {
            Single::builder()
                .runtime(&Runtime::new())
                .load(component("(memory 1)"))
                .unwrap()
        })
        .collect();
    for single in &singles {
        single.nothing().unwrap();
    }
}
