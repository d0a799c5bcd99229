using System.Security.Cryptography;
using System.Text;
using Integration.Connectors.Pairs;
using Integration.Platform.Secrets;

namespace Integration.Acumatica.Sessions;

/// <summary>The connected application and the integration's user. Secrets are read afresh, so a changed password is seen at the next sign-in.</summary>
internal sealed class Credentials(ConnectionDefinition connection, AcumaticaSettings settings, ISecrets secrets)
{
    /// <summary>The connected application's id, ending in <c>@Tenant</c>.</summary>
    public string ClientId => settings.ClientId;

    /// <summary>The user.</summary>
    public string Username => settings.Username;

    /// <summary>The connected application's secret, or null when it is missing.</summary>
    public string? ClientSecret => Find("clientSecret");

    /// <summary>The user's password, or null when it is missing.</summary>
    public string? Password => Find("password");

    /// <summary>Secret values that must never be shown.</summary>
    public IEnumerable<string> Values => new[] { ClientSecret, Password }.OfType<string>();

    /// <summary>Tells changed credentials from refused ones without keeping them.</summary>
    public string Fingerprint() => Convert.ToHexString(SHA256.HashData(
        Encoding.UTF8.GetBytes(string.Join('\n', ClientId, ClientSecret, Username, Password))))[..32];

    private string? Find(string key) => connection.Secrets.TryGetValue(key, out var name) ? secrets.Get(name) : null;
}
