using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Integration.Dynamics.Protocol;

namespace Integration.Dynamics.Finance.Payments;

/// <summary>
/// What a journal line keeps of an entry's key: the key, or, where that is longer than the field, the storefront's code and a hash. The line's text then begins with the whole key.
/// </summary>
internal sealed class KeyForm(int longest)
{
    private const int ShortestHash = 12;

    /// <summary>The form of a key.</summary>
    public string Of(string key)
    {
        if (key.Length <= longest) return key;
        var prefix = Prefix(key);
        var hash = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(key)));
        return prefix + hash[..Math.Clamp(longest - prefix.Length, ShortestHash, hash.Length)];
    }

    /// <summary>The whole key of a line.</summary>
    public string Read(string kept, string text) => text.Split(' ', ',')[0] is var word && Of(word).Equals(kept, StringComparison.OrdinalIgnoreCase) ? word : kept;

    /// <summary>A mapped line as it is written.</summary>
    public JsonObject Written(JsonObject line, string field)
    {
        var written = (JsonObject)line.DeepClone();
        written[field] = Of(line.Text(field));
        return written;
    }

    /// <summary>Why a key cannot be kept with this text, or null.</summary>
    public string? Problem(string key, string text)
    {
        if (key.Length <= longest) return null;
        if (Prefix(key).Length + ShortestHash > longest) return $"F&O keeps {longest} characters, too few for a hash of the key {key}: set payments.longestKey if your environment keeps more, or shorten the storefront's code.";
        return Read(Of(key), text) == key ? null : $"The key {key} is longer than the {longest} characters that F&O keeps, so the mapping must begin the line's text with it.";
    }

    private static string Prefix(string key) => key[..(key.IndexOf('-', StringComparison.Ordinal) + 1)];
}
