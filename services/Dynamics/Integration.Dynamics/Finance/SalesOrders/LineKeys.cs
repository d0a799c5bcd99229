using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Integration.Dynamics.Protocol;

namespace Integration.Dynamics.Finance.SalesOrders;

/// <summary>
/// Makes the keys of lines (<c>ExternalItemNumber</c>, as a public connector does) unique within the order and short enough: F&amp;O cuts longer texts without a word, and the line would
/// not be known again.
/// </summary>
internal static class LineKeys
{
    /// <summary>The field.</summary>
    public const string Field = "ExternalItemNumber";

    private const int Longest = 20;

    /// <summary>Rewrites the keys of all lines that have one.</summary>
    public static void Apply(IReadOnlyList<JsonObject> lines)
    {
        var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var line in lines)
        {
            if (line.Text(Field).Trim() is not { Length: > 0 } key) continue;
            var unique = Short(key);
            for (var number = 2; !taken.Add(unique); number++) unique = Short($"{key}~{number}");
            line[Field] = unique;
        }
    }

    /// <summary>True for a key that was shortened or made unique here: it is no longer the shop's.</summary>
    public static bool IsShortened(string key) => key.Contains('~', StringComparison.Ordinal);

    private static string Short(string key) =>
        key.Length <= Longest ? key : $"{key[..(Longest - 9)]}~{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)))[..8]}";
}
