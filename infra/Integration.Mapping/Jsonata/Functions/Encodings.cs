using System.Text;

namespace Integration.Mapping.Jsonata.Functions;

/// <summary>Base64 (of UTF-8) and the URL encodings of ECMAScript (section 19.2.6, URI handling functions).</summary>
internal static class Encodings
{
    private const string Unreserved = "-_.!~*'()";
    private const string Reserved = ";/?:@&=+$,#";
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static object? ToBase64(object?[] a) =>
        a[0] is string text ? Convert.ToBase64String(Encoding.UTF8.GetBytes(text)) : null;

    public static object? FromBase64(object?[] a)
    {
        if (a[0] is not string text)
            return null;
        try
        {
            return Encoding.UTF8.GetString(Convert.FromBase64String(text));
        }
        catch (FormatException)
        {
            throw new JsonataException("D3140");
        }
    }

    public static object? EncodeUrlComponent(object?[] a) => a[0] is string text ? Encode(text, Unreserved) : null;

    public static object? EncodeUrl(object?[] a) => a[0] is string text ? Encode(text, Unreserved + Reserved) : null;

    public static object? DecodeUrlComponent(object?[] a) => a[0] is string text ? Decode(text, string.Empty) : null;

    public static object? DecodeUrl(object?[] a) => a[0] is string text ? Decode(text, Reserved) : null;

    private static string Encode(string text, string kept)
    {
        try
        {
            var result = new StringBuilder();
            foreach (var value in StrictUtf8.GetBytes(text))
            {
                if (char.IsAsciiLetterOrDigit((char)value) || kept.Contains((char)value, StringComparison.Ordinal))
                    result.Append((char)value);
                else
                    result.Append('%').Append(Convert.ToHexString([value]));
            }

            return result.ToString();
        }
        catch (EncoderFallbackException)
        {
            throw new JsonataException("D3140");
        }
    }

    private static string Decode(string text, string keptEncoded)
    {
        try
        {
            var bytes = new List<byte>(text.Length);
            for (var i = 0; i < text.Length; i++)
            {
                if (text[i] != '%')
                {
                    var length = char.IsHighSurrogate(text[i]) && i + 1 < text.Length ? 2 : 1;
                    bytes.AddRange(StrictUtf8.GetBytes(text.Substring(i, length)));
                    i += length - 1;
                    continue;
                }

                var value = Convert.FromHexString(text.AsSpan(i + 1, 2))[0];
                if (keptEncoded.Contains((char)value, StringComparison.Ordinal))
                    bytes.AddRange(Encoding.ASCII.GetBytes(text.Substring(i, 3)));
                else
                    bytes.Add(value);
                i += 2;
            }

            return StrictUtf8.GetString([.. bytes]);
        }
        catch (Exception failure) when (failure is FormatException or ArgumentException)
        {
            throw new JsonataException("D3140");
        }
    }
}
