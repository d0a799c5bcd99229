using System.Net.Http.Headers;

namespace Integration.Dynamics.Protocol.Batch;

/// <summary>Reads multipart bodies (RFC 2046) strictly: one that is not closed is no answer.</summary>
internal static class Multipart
{
    private const string Line = "\r\n";

    /// <summary>The boundary that a <c>Content-Type</c> names; null when it is no multipart.</summary>
    public static string? BoundaryOf(string? contentType) =>
        MediaTypeHeaderValue.TryParse(contentType, out var type) && type.MediaType?.StartsWith("multipart/", StringComparison.OrdinalIgnoreCase) == true
        && type.Parameters.FirstOrDefault(parameter => parameter.Name.Equals("boundary", StringComparison.OrdinalIgnoreCase))?.Value?.Trim('"') is { Length: > 0 } boundary
            ? boundary
            : null;

    /// <summary>The parts; null when the body is cut or out of form.</summary>
    public static IReadOnlyList<MimePart>? Read(string body, string boundary)
    {
        var delimiter = $"--{boundary}";
        var parts = new List<MimePart>();
        var at = body.StartsWith(delimiter, StringComparison.Ordinal) ? 0 : After(body.IndexOf(Line + delimiter, StringComparison.Ordinal));
        while (at >= 0)
        {
            at += delimiter.Length;
            if (body.AsSpan(at).StartsWith("--")) return parts;
            var end = body.IndexOf(Line, at, StringComparison.Ordinal);
            if (end < 0 || !body.AsSpan(at, end - at).IsWhiteSpace()) return null;
            var begin = end + Line.Length;
            // An empty part's delimiter follows at once.
            var next = body.IndexOf(Line + delimiter, end, StringComparison.Ordinal);
            if (next < 0 || MimePart.Read(body[begin..Math.Max(begin, next)]) is not { } part) return null;
            parts.Add(part);
            at = After(next);
        }

        return null;
    }

    private static int After(int found) => found < 0 ? found : found + Line.Length;
}
