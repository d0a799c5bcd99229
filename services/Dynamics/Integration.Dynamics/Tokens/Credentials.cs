using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Integration.Connectors.Pairs;
using Integration.Platform.Secrets;

namespace Integration.Dynamics.Tokens;

/// <summary>The app registration's secret or certificate. Read afresh, so that a rotated one is seen without a restart.</summary>
internal sealed class Credentials(ConnectionDefinition connection, ISecrets secrets)
{
    /// <summary>Name of the secret that holds the client secret.</summary>
    public const string Secret = "clientSecret";

    /// <summary>Name of the secret that holds the certificate with its private key, as PEM.</summary>
    public const string CertificatePem = "certificate";

    /// <summary>The client secret, or null.</summary>
    public string? ClientSecret => Find(Secret);

    /// <summary>The certificate's text, or null.</summary>
    public string? Certificate => Find(CertificatePem);

    /// <summary>Secret values that must never be shown.</summary>
    public IEnumerable<string> Values => new[] { ClientSecret, Certificate }.OfType<string>();

    /// <summary>Tells changed credentials from those in use without keeping them.</summary>
    public string Fingerprint() => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes($"{ClientSecret}\n{Certificate}")));

    /// <summary>The certificate with its private key.</summary>
    /// <exception cref="CryptographicException">It is none.</exception>
    public static X509Certificate2 Read(string pem) => X509Certificate2.CreateFromPem(pem, pem);

    private string? Find(string key) => connection.Secrets.TryGetValue(key, out var name) && secrets.Get(name) is { Length: > 0 } value ? value : null;
}
