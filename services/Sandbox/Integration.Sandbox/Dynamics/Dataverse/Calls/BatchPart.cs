using System.Text;
using Microsoft.AspNetCore.Http;

namespace Integration.Sandbox.Dynamics.Dataverse.Calls;

/// <summary>One part of a batch or of a change set.</summary>
/// <param name="ContentType">Its content type.</param>
/// <param name="ContentId">Its <c>Content-ID</c>, or null.</param>
/// <param name="Body">What is in it.</param>
internal sealed record BatchPart(string ContentType, string? ContentId, byte[] Body)
{
    /// <summary>True for a set of changes; false for one request.</summary>
    public bool IsChangeSet => ContentType.StartsWith("multipart/mixed", StringComparison.OrdinalIgnoreCase);

    /// <summary>The request in it.</summary>
    /// <param name="batch">The batch, whose user and tag it shares.</param>
    /// <param name="references">Records made earlier in the change set.</param>
    public ApiRequest Request(ApiRequest batch, IReadOnlyDictionary<string, RecordAddress> references)
    {
        if (!ContentType.StartsWith("application/http", StringComparison.OrdinalIgnoreCase))
        {
            throw DataverseFault.BadRequest(ErrorCode.InvalidPayload, "A part of a batch must be application/http.");
        }

        var text = Encoding.UTF8.GetString(Body).ReplaceLineEndings("\n").TrimStart('\n');
        var cut = text.IndexOf("\n\n", StringComparison.Ordinal);
        var head = (cut < 0 ? text : text[..cut]).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        if (head.Length == 0 || head[0].Split(' ') is not [var method, var target, ..])
        {
            throw DataverseFault.BadRequest(ErrorCode.InvalidPayload, "The request line of a part of the batch is missing.");
        }

        var headers = new HeaderDictionary();
        foreach (var line in head.Skip(1).Select(line => line.Split(':', 2)).Where(line => line.Length == 2))
        {
            headers.Append(line[0].Trim(), line[1].Trim());
        }

        var query = target.IndexOf('?', StringComparison.Ordinal);
        var (path, options) = query < 0 ? (target, "") : (target[..query], target[query..]);
        var root = path.IndexOf(ServiceRoot.Path, StringComparison.OrdinalIgnoreCase);
        return new ApiRequest(
            method.ToUpperInvariant(), (root < 0 ? path : path[(root + ServiceRoot.Path.Length)..]).Trim('/'), options.Length > 0 ? options : TagOf(batch), headers,
            cut < 0 ? [] : Encoding.UTF8.GetBytes(text[(cut + 2)..].Trim('\n')), batch.User) { References = references };
    }

    private static string TagOf(ApiRequest batch) => batch.Tag is { } tag ? $"?tag={Uri.EscapeDataString(tag)}" : "";
}
