using System.Buffers.Text;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;

namespace Integration.Sandbox.Dynamics.Entra;

/// <summary>Checks the token by which an application proves that it has the key of a registered certificate.</summary>
internal sealed class ClientAssertions(EntraOptions options, Func<Uri> baseUrl)
{
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(5);

    /// <exception cref="EntraFault">It proves nothing.</exception>
    public void Check(AppRegistration app, string assertion)
    {
        var token = SignedToken.Read(assertion) ?? throw EntraFault.InvalidClient(50027, "JWT token is invalid or malformed.");
        var certificate = app.Certificates.FirstOrDefault(known => IsMeant(known, token.Header))
            ?? throw EntraFault.InvalidClient(700027, "The certificate with identifier used to sign the client assertion is not registered on application. [Reason - The key was not found.]");
        if (!IsSigned(certificate, token))
        {
            throw EntraFault.InvalidClient(700027, "Client assertion contains an invalid signature. [Reason - The key used is not the one registered.]");
        }

        if (!Audiences().Contains(SignedToken.Text(token.Claims, "aud"), StringComparer.OrdinalIgnoreCase))
        {
            throw EntraFault.InvalidClient(700023, $"Client assertion audience claim does not match Realm issuer. Review the documentation at https://learn.microsoft.com/entra/identity-platform/certificate-credentials.");
        }

        if (SignedToken.Text(token.Claims, "iss") != app.ClientId || SignedToken.Text(token.Claims, "sub") != app.ClientId)
        {
            throw EntraFault.InvalidClient(700021, "Client assertion application identifier doesn't match 'client_id' parameter.");
        }

        var now = options.Time.GetUtcNow();
        if (token.Instant("exp") is not { } end || end + Skew < now || token.Instant("nbf") > now + Skew)
        {
            throw EntraFault.InvalidClient(700024, "Client assertion is not within its valid time range.");
        }
    }

    private static bool IsMeant(X509Certificate2 certificate, JsonElement header)
    {
        var (sha256, sha1) = (SignedToken.Text(header, "x5t#S256"), SignedToken.Text(header, "x5t"));
        return sha256.Length > 0 ? sha256.TrimEnd('=') == Base64Url.EncodeToString(certificate.GetCertHash(HashAlgorithmName.SHA256))
            : sha1.Length > 0 && sha1.TrimEnd('=') == Base64Url.EncodeToString(certificate.GetCertHash());
    }

    private static bool IsSigned(X509Certificate2 certificate, SignedToken token)
    {
        using var key = certificate.GetRSAPublicKey();
        return key is not null && SignedToken.Text(token.Header, "alg") switch
        {
            "PS256" => key.VerifyData(token.Signed, token.Signature, HashAlgorithmName.SHA256, RSASignaturePadding.Pss),
            "RS256" => key.VerifyData(token.Signed, token.Signature, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1),
            _ => false,
        };
    }

    // Microsoft's library knows authorities of HTTPS only, and names the stand-in so.
    private IEnumerable<string> Audiences() => from address in (Uri[])[options.Authority, baseUrl(), new UriBuilder(baseUrl()) { Scheme = Uri.UriSchemeHttps }.Uri]
        from path in (string[])["oauth2/v2.0/token", "v2.0"]
        select new Uri(address, $"{options.Tenant}/{path}").ToString();
}
