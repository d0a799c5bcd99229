using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Integration.Connectors.Publishing;

/// <summary>What publishing needs of a document's text.</summary>
internal static class DocumentText
{
    public static string HashOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    /// <summary>The version that the text names, or 0.</summary>
    public static int VersionOf(string text) => TryPlace(text, out var start, out var length)
        && int.TryParse(Encoding.UTF8.GetBytes(text).AsSpan(start, length), CultureInfo.InvariantCulture, out var version) ? version : 0;

    /// <summary>The same text, character by character, with another version.</summary>
    public static string WithVersion(string text, int version)
    {
        if (!TryPlace(text, out var start, out var length)) return text;
        var bytes = Encoding.UTF8.GetBytes(text);
        return Encoding.UTF8.GetString(bytes, 0, start) + version.ToString(CultureInfo.InvariantCulture) + Encoding.UTF8.GetString(bytes, start + length, bytes.Length - start - length);
    }

    private static bool TryPlace(string text, out int start, out int length)
    {
        (start, length) = (0, 0);
        try
        {
            var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(text), new JsonReaderOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
            while (reader.Read())
            {
                if (reader.CurrentDepth != 1 || reader.TokenType != JsonTokenType.PropertyName || !reader.ValueTextEquals("version")) continue;
                if (!reader.Read() || reader.TokenType != JsonTokenType.Number) return false;
                (start, length) = ((int)reader.TokenStartIndex, reader.ValueSpan.Length);
                return true;
            }
        }
        catch (JsonException)
        {
            // A text that is no JSON names no version; the check says what is wrong with it.
        }

        return false;
    }
}
