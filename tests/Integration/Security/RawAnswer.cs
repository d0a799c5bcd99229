using System.Globalization;
using System.Text.RegularExpressions;

namespace Integration.Tests.Integration.Security;

/// <summary>What came back.</summary>
/// <param name="Status">The status; 0 when the connection closed without one.</param>
/// <param name="Head">Status line and headers.</param>
/// <param name="Closes">Whether the server ends the connection.</param>
internal sealed partial record RawAnswer(int Status, string Head, bool Closes)
{
    /// <summary>The answer, or null while it is not complete.</summary>
    public static RawAnswer? Of(string text)
    {
        var end = text.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        if (end < 0) return null;
        var (head, rest) = (text[..end], text.Length - end - 4);
        var chunked = head.Contains("Transfer-Encoding: chunked", StringComparison.OrdinalIgnoreCase);
        var length = Length().Match(head) is { Success: true } match ? int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture) : 0;
        if (chunked ? !text.EndsWith("\r\n0\r\n\r\n", StringComparison.Ordinal) : rest < length) return null;
        return new RawAnswer(int.Parse(head.AsSpan(9, 3), CultureInfo.InvariantCulture), head, head.Contains("Connection: close", StringComparison.OrdinalIgnoreCase));
    }

    [GeneratedRegex(@"Content-Length: (\d+)", RegexOptions.IgnoreCase)]
    private static partial Regex Length();
}
