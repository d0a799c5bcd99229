using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;

namespace Integration.Sandbox.Dynamics.Dataverse.Calls;

/// <summary>One request to the Web API, alone or as a part of a batch.</summary>
/// <param name="Method">HTTP method.</param>
/// <param name="Path">What follows <c>/api/data/v9.2/</c>, still escaped.</param>
/// <param name="QueryText">The query with its question mark, or nothing.</param>
/// <param name="Headers">Headers.</param>
/// <param name="Body">Body, empty when there is none.</param>
/// <param name="User">The system user who calls.</param>
internal sealed record ApiRequest(string Method, string Path, string QueryText, IHeaderDictionary Headers, byte[] Body, Guid User)
{
    private readonly Lazy<Dictionary<string, StringValues>> _query = new(() => QueryHelpers.ParseQuery(QueryText));

    /// <summary>Records made earlier in the same change set, by <c>$n</c>.</summary>
    public IReadOnlyDictionary<string, RecordAddress> References { get; init; } = new Dictionary<string, RecordAddress>();

    /// <summary>Preferences of the caller.</summary>
    public Preferences Preferences => Preferences.Read(Headers);

    /// <summary>Text that plug-ins and webhooks get with what this request changes.</summary>
    public string? Tag => Query("tag");

    /// <summary>A query option, or null.</summary>
    public string? Query(string option) => _query.Value.TryGetValue(option, out var value) ? value.ToString() : null;

    /// <summary>Names of the query options given.</summary>
    public IEnumerable<string> Options => _query.Value.Keys;

    /// <summary>The JSON object in the body.</summary>
    /// <exception cref="DataverseFault">400 when it is none, 415 when it is declared as something else.</exception>
    public JsonElement Json()
    {
        if (Body.Length == 0)
        {
            throw DataverseFault.BadRequest(ErrorCode.InvalidPayload, "A non-empty request body is required.");
        }

        if (!Headers.ContentType.ToString().StartsWith("application/json", StringComparison.OrdinalIgnoreCase))
        {
            throw new DataverseFault(415, ErrorCode.InvalidPayload, "The content type of the request must be application/json.");
        }

        try
        {
            using var document = JsonDocument.Parse(Body);
            return document.RootElement.ValueKind == JsonValueKind.Object
                ? document.RootElement.Clone() : throw DataverseFault.BadRequest(ErrorCode.InvalidPayload, "A JSON object is expected.");
        }
        catch (JsonException broken)
        {
            throw DataverseFault.BadRequest(ErrorCode.InvalidPayload, $"The body is no JSON: {broken.Message}");
        }
    }
}
