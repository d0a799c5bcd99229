namespace Integration.Dynamics.Protocol.Batch;

/// <summary>One part of a multipart body, or one HTTP message in it: header lines and what follows the empty line.</summary>
/// <param name="Headers">The headers by name, without regard to case.</param>
/// <param name="Content">What follows them.</param>
internal sealed record MimePart(IReadOnlyDictionary<string, string> Headers, string Content)
{
    private const string Line = "\r\n";

    /// <summary>Reads header lines and content; null when the empty line between them is missing or a header is none.</summary>
    public static MimePart? Read(string text)
    {
        // Without headers the empty line comes first.
        var head = text.StartsWith(Line, StringComparison.Ordinal) ? "" : text.IndexOf(Line + Line, StringComparison.Ordinal) is >= 0 and var end ? text[..end] : null;
        if (head is null) return null;
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var line in head.Split(Line, StringSplitOptions.RemoveEmptyEntries))
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon <= 0 || !headers.TryAdd(line[..colon].Trim(), line[(colon + 1)..].Trim())) return null;
        }

        return new MimePart(headers, text[(head.Length + (head.Length == 0 ? Line.Length : 2 * Line.Length))..]);
    }
}
