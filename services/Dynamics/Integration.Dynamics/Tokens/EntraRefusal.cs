using System.Text.RegularExpressions;

namespace Integration.Dynamics.Tokens;

/// <summary>Says in plain words what a refusal by Microsoft Entra means. Only its code is taken from the answer; the text around it names ids of the tenant.</summary>
internal static partial class EntraRefusal
{
    private static readonly Dictionary<string, string> Fixes = new(StringComparer.Ordinal)
    {
        ["AADSTS7000215"] = "the client secret is wrong. Store the secret's value, not its id.",
        ["AADSTS7000222"] = "the client secret has expired. Make a new one under Certificates & secrets of the app registration and store its value.",
        ["AADSTS700027"] = "the certificate is not the app registration's. Upload its public part under Certificates & secrets.",
        ["AADSTS700016"] = "the tenant has no app registration with this client id. Check clientId and tenantId.",
        ["AADSTS7000229"] = "the app registration has no service principal in the tenant. Add it there (admin consent).",
        ["AADSTS90002"] = "there is no such tenant. Check tenantId.",
        ["AADSTS900023"] = "tenantId is no id and no domain of a tenant.",
        ["AADSTS500011"] = "the tenant does not know the address that the token is for. Check the connection's url and scope: no slash at the end, and the environment belongs to this tenant.",
        ["AADSTS1002012"] = "the scope is wrong. It is the environment's address and /.default.",
        ["AADSTS70011"] = "the scope is wrong. It is the environment's address and /.default.",
        ["AADSTS7000112"] = "the app registration is disabled. Enable it under Enterprise applications.",
        ["AADSTS53003"] = "a Conditional Access policy blocks it. Exclude the service principal, or allow this place.",
        ["AADSTS50196"] = "it was asked too often. Something signs in again and again; wait some minutes.",
    };

    private static readonly string[] Passing = ["AADSTS90033", "AADSTS90012", "AADSTS90025", "AADSTS90036", "AADSTS90055"];

    /// <summary>The code in a text, such as <c>AADSTS7000215</c>; null when there is none.</summary>
    public static string? CodeOf(string? text) => Code().Match(text ?? "") is { Success: true } match ? match.Value : null;

    /// <summary>True when Entra itself has trouble that passes.</summary>
    public static bool Passes(string? code) => Passing.Contains(code);

    /// <summary>What is wrong and what to do.</summary>
    public static string Words(string? code, string error) => code is null
        ? $"Microsoft Entra refused the sign-in ({error}): check tenantId, clientId, scope and the secret."
        : $"Microsoft Entra refused the sign-in ({code}): {Fixes.GetValueOrDefault(code, "look the code up at login.microsoftonline.com/error.")}";

    [GeneratedRegex("AADSTS[0-9]{3,9}", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Code();
}
