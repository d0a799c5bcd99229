using System.Text;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace Integration.Sandbox.Dynamics.Finance.Calls;

/// <summary>Reads the body of <c>$batch</c>.</summary>
internal static class BatchReader
{
    /// <exception cref="FinanceFault">It is not a batch.</exception>
    public static async Task<IReadOnlyList<BatchPart>> ReadAsync(string? contentType, Stream body, CancellationToken cancellationToken)
    {
        var reader = new MultipartReader(Boundary(contentType), body);
        List<BatchPart> parts = [];
        try
        {
            while (await reader.ReadNextSectionAsync(cancellationToken) is { } section)
            {
                parts.Add(section.ContentType?.StartsWith("multipart/mixed", StringComparison.OrdinalIgnoreCase) == true
                    ? new BatchPart(await ChangesAsync(section, cancellationToken), true) : new BatchPart([await CallAsync(section, cancellationToken)], false));
            }
        }
        catch (Exception broken) when (broken is IOException or InvalidDataException)
        {
            throw FinanceFault.Malformed($"The batch cannot be read: {broken.Message}");
        }

        return parts;
    }

    private static async Task<IReadOnlyList<(string? ContentId, DataRequest Request)>> ChangesAsync(MultipartSection section, CancellationToken cancellationToken)
    {
        var reader = new MultipartReader(Boundary(section.ContentType), section.Body);
        List<(string? ContentId, DataRequest Request)> changes = [];
        while (await reader.ReadNextSectionAsync(cancellationToken) is { } change)
        {
            var call = await CallAsync(change, cancellationToken);
            if (call.Request.IsRead)
            {
                throw FinanceFault.Malformed("An invalid HTTP method 'GET' was detected for a request in a change set. Requests in change sets only support the HTTP methods 'POST', 'PUT', 'DELETE', and 'PATCH'.");
            }

            changes.Add(call.ContentId is null
                ? throw FinanceFault.Malformed("The 'Content-ID' header for a request in a change set is missing.") : call);
        }

        return changes;
    }

    private static async Task<(string? ContentId, DataRequest Request)> CallAsync(MultipartSection section, CancellationToken cancellationToken)
    {
        using var bytes = new MemoryStream();
        await section.Body.CopyToAsync(bytes, cancellationToken);
        var text = Encoding.UTF8.GetString(bytes.ToArray()).Replace("\r\n", "\n", StringComparison.Ordinal).TrimStart('\n');
        var end = text.IndexOf("\n\n", StringComparison.Ordinal);
        var (head, body) = end < 0 ? (text.TrimEnd('\n'), "") : (text[..end], text[(end + 2)..]);
        var lines = head.Split('\n');
        if (section.ContentType?.StartsWith("application/http", StringComparison.OrdinalIgnoreCase) != true || lines[0].Split(' ') is not [var method, var target, _])
        {
            throw FinanceFault.Malformed("A part of the batch is no HTTP request.");
        }

        var headers = lines.Skip(1).Select(line => line.Split(':', 2)).Where(parts => parts.Length == 2)
            .GroupBy(parts => parts[0].Trim(), StringComparer.OrdinalIgnoreCase).ToDictionary(group => group.Key, group => group.Last()[1].Trim(), StringComparer.OrdinalIgnoreCase);
        var contentId = section.Headers?.TryGetValue("Content-ID", out var outer) == true ? outer.ToString() : headers.GetValueOrDefault("Content-ID");
        var (path, query) = Targets.Split(target);
        return (contentId, new DataRequest(method, path, query, headers.GetValueOrDefault("If-Match"), headers.GetValueOrDefault("Prefer"), Encoding.UTF8.GetBytes(body.Trim())));
    }

    private static string Boundary(string? contentType) =>
        MediaTypeHeaderValue.TryParse(contentType, out var type) && type.MediaType.Equals("multipart/mixed", StringComparison.OrdinalIgnoreCase) && HeaderUtilities.RemoveQuotes(type.Boundary) is { Length: > 0 } boundary
            ? boundary.ToString() : throw FinanceFault.Malformed("The Content-Type of a batch is multipart/mixed with a boundary.");
}
