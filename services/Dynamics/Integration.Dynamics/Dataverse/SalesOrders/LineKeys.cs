using System.Security.Cryptography;
using System.Text;

namespace Integration.Dynamics.Dataverse.SalesOrders;

/// <summary>Makes the keys of an order's lines unique within it and short enough for their column.</summary>
/// <param name="longest">Most characters.</param>
internal sealed class LineKeys(int longest)
{
    /// <summary>Of <c>msdyn_externalitemnumber</c>, which becomes F&amp;O's external item number.</summary>
    public const int LongestInFinance = 20;

    /// <summary>Of the custom column that the set-up asks for.</summary>
    public const int LongestInDataverse = 100;

    private readonly HashSet<string> _taken = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The key of the next line; empty where the document gives none.</summary>
    public string Next(string key)
    {
        if (key.Length == 0) return "";
        var unique = Short(key);
        for (var number = 2; !_taken.Add(unique); number++) unique = Short($"{key}~{number}");
        return unique;
    }

    private string Short(string key) => key.Length <= longest ? key : $"{key[..(longest - 9)]}~{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)))[..8]}";
}
