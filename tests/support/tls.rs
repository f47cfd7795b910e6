//! Certificates for TLS servers.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use base64::prelude::{BASE64_STANDARD, Engine};
use rcgen::{BasicConstraints, CertificateParams, CertifiedIssuer, IsCa, KeyPair};
use rustls::ServerConfig;
use rustls::crypto::aws_lc_rs::default_provider;
use rustls::pki_types::PrivatePkcs8KeyDer;

/// A certificate authority.
pub(crate) struct Authority(CertifiedIssuer<'static, KeyPair>);

impl Authority {
    pub(crate) fn new() -> Self {
        let mut params = CertificateParams::new([]).unwrap();
        params.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
        Self(CertifiedIssuer::self_signed(params, KeyPair::generate().unwrap()).unwrap())
    }

    /// Returns its own certificate in DER.
    pub(crate) fn certificate(&self) -> &[u8] {
        self.0.der()
    }

    /// Writes its certificate to a PEM file (RFC 7468), and returns the path.
    pub(crate) fn file(&self) -> String {
        static FILES: AtomicUsize = AtomicUsize::new(0);
        let number = FILES.fetch_add(1, Ordering::Relaxed);
        let path = format!("{}/{}-{number}.pem", env!("CARGO_TARGET_TMPDIR"), env!("CARGO_CRATE_NAME"));
        let certificate = BASE64_STANDARD.encode(self.certificate());
        fs::write(&path, format!("-----BEGIN CERTIFICATE-----\n{certificate}\n-----END CERTIFICATE-----\n")).unwrap();
        path
    }

    /// Writes a certificate for this host, and its key, to PEM files in a folder. Returns their paths.
    pub(crate) fn server_files(&self, host: &str, folder: &Path) -> (PathBuf, PathBuf) {
        let key = KeyPair::generate().unwrap();
        let certificate = CertificateParams::new([host.to_owned()]).unwrap().signed_by(&key, &self.0).unwrap();
        let pem = |label: &str, der: &[u8]| {
            format!("-----BEGIN {label}-----\n{}\n-----END {label}-----\n", BASE64_STANDARD.encode(der))
        };
        let (certificate_file, key_file) = (folder.join("certificate.pem"), folder.join("key.pem"));
        fs::write(&certificate_file, pem("CERTIFICATE", certificate.der())).unwrap();
        fs::write(&key_file, pem("PRIVATE KEY", &key.serialize_der())).unwrap();
        (certificate_file, key_file)
    }

    /// Returns a server configuration with a certificate for this host.
    pub(crate) fn server(&self, host: &str) -> Arc<ServerConfig> {
        self.server_with(&CertificateParams::new([host.to_owned()]).unwrap())
    }

    /// Returns such a configuration for a server that supports HTTP/2 only.
    pub(crate) fn http2_server(&self, host: &str) -> Arc<ServerConfig> {
        let mut config = ServerConfig::clone(&self.server(host));
        config.alpn_protocols = vec![b"h2".to_vec()];
        Arc::new(config)
    }

    pub(crate) fn server_with(&self, params: &CertificateParams) -> Arc<ServerConfig> {
        let key = KeyPair::generate().unwrap();
        let certificate = params.signed_by(&key, &self.0).unwrap();
        let key = PrivatePkcs8KeyDer::from(key.serialize_der());
        let config = ServerConfig::builder_with_provider(default_provider().into());
        let config = config.with_safe_default_protocol_versions().unwrap().with_no_client_auth();
        Arc::new(config.with_single_cert(vec![certificate.der().clone()], key.into()).unwrap())
    }
}
