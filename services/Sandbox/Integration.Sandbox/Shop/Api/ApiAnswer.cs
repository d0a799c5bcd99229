using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace Integration.Sandbox.Shop.Api;

/// <summary>What an operation answers, before it is put into a format.</summary>
/// <param name="Status">HTTP status.</param>
/// <param name="Body">One object, or the page of a list; null for no content.</param>
/// <param name="Total">Members of the whole list, for a list.</param>
/// <param name="Page">The page, for a list.</param>
internal sealed record ApiAnswer(int Status, JsonNode? Body, int Total = 0, Paging? Page = null)
{
    public static ApiAnswer NoContent { get; } = new(StatusCodes.Status204NoContent, null);

    public static ApiAnswer Ok(JsonObject body) => new(StatusCodes.Status200OK, body);

    public static ApiAnswer Created(JsonObject body) => new(StatusCodes.Status201Created, body);

    /// <summary>A page of rows that are all at hand.</summary>
    public static ApiAnswer List(ApiCall call, IReadOnlyCollection<JsonObject> rows, Func<JsonObject, JsonObject> view)
    {
        var page = Paging.Of(call);
        return Listed(page, page.Of(rows), rows.Count, view);
    }

    /// <summary>A page that was cut out already.</summary>
    public static ApiAnswer Listed(Paging page, IEnumerable<JsonObject> rows, int total, Func<JsonObject, JsonObject> view) =>
        new(StatusCodes.Status200OK, new JsonArray([.. rows.Select(view)]), total, page);
}
