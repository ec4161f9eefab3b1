//! A plugin of fidius, older than its macros for components: everything is written by hand.

use std::sync::OnceLock;

wit_bindgen::generate!({ path: "wit" });

use exports::fidius::notary::notary::{Guest, Paper, PluginError};

struct Notary;

static NAME: OnceLock<String> = OnceLock::new();

impl Guest for Notary {
    fn sign(mut paper: Paper) -> Paper {
        paper.signed_by.push(name().to_owned());
        paper
    }

    fn valid_pages(papers: Vec<Paper>) -> u64 {
        let valid = papers.iter().filter(|paper| paper.signed_by.len() >= 2);
        valid.map(|paper| u64::from(paper.pages)).sum()
    }

    fn title(paper: Paper) -> Result<String, PluginError> {
        if paper.signed_by.is_empty() {
            return Err(PluginError {
                code: "UNSIGNED".to_owned(),
                message: format!("nobody has signed `{}`", paper.title),
                details: Some(format!(r#"{{"pages":{}}}"#, paper.pages)),
            });
        }
        Ok(paper.title)
    }

    fn seal(data: Vec<u8>) -> Vec<u8> {
        data.into_iter().map(|byte| !byte).collect()
    }

    fn unseal(data: Vec<u8>) -> Result<Vec<u8>, PluginError> {
        match data.split_first() {
            Some((0xFF, sealed)) => Ok(Self::seal(sealed.to_vec())),
            _ => Err(PluginError {
                code: "NO_SEAL".to_owned(),
                message: "the first byte is not 0xFF".to_owned(),
                details: None,
            }),
        }
    }

    fn fidius_interface_hash() -> u64 {
        SIGNATURES_HASH
    }

    fn fidius_configure(config: Vec<u8>) {
        let (len, text) = config.split_first_chunk().expect("a length of eight bytes");
        assert_eq!(
            u64::from_le_bytes(*len),
            text.len() as u64,
            "the length of the name"
        );
        let name = str::from_utf8(text).expect("a name in UTF-8");
        NAME.set(name.to_owned()).expect("the first configuration");
    }
}

fn name() -> &'static str {
    NAME.get().map_or("nobody", String::as_str)
}

/// FNV-1a of the methods' signatures in Rust, as fidius 0.5 spells them, sorted, one a line.
const SIGNATURES_HASH: u64 = {
    let text = b"seal:Vec < u8 >->Vec < u8 >!raw
sign:Paper->Paper
title:Paper->Result < String, PluginError >
unseal:Vec < u8 >->Result < Vec < u8 > , PluginError >!raw
valid_pages:Vec < Paper >->u64";
    let mut hash = 0xCBF2_9CE4_8422_2325;
    let mut i = 0;
    while i < text.len() {
        hash = (hash ^ text[i] as u64).wrapping_mul(0x100_0000_01B3);
        i += 1;
    }
    hash
};

export!(Notary);
