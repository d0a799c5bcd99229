using System.Globalization;
using System.Text.Json.Nodes;
using Integration.Sandbox.Shop.Rows;

namespace Integration.Sandbox.Shop.Api;

/// <summary>Which part of a list is asked for: <c>page</c>, <c>itemsPerPage</c> (30, at most 100) and <c>pagination</c>.</summary>
/// <param name="Number">Page, from 1.</param>
/// <param name="Size">Members on a page.</param>
/// <param name="Whole">True for the whole list at once.</param>
internal sealed record Paging(int Number, int Size, bool Whole)
{
    private const int Usual = 30;
    private const int Most = 100;

    public int Offset => Whole ? 0 : (int)Math.Min(int.MaxValue, (Number - 1L) * Size);

    public int Limit => Whole ? int.MaxValue : Size;

    /// <exception cref="ApiProblemException">400: no such page can be.</exception>
    public static Paging Of(ApiCall call)
    {
        var page = Number(call, "page") ?? 1;
        var size = Number(call, "itemsPerPage") ?? Usual;
        var whole = call.Query.Text("pagination") is "false" or "0";
        return (page, size) switch
        {
            ( < 1, _) => throw ApiProblemException.BadRequest("Page should not be less than 1"),
            (_, < 0) => throw ApiProblemException.BadRequest("Limit should not be less than 0"),
            ( > 1, 0) => throw ApiProblemException.BadRequest("Page should not be greater than 1 if limit is equal to 0"),
            _ => new Paging(page, Math.Min(size, Most), whole),
        };

        // PHP's cast: what is no number is 0.
        static int? Number(ApiCall call, string name) => call.Query[name] is JsonValue value
            ? int.TryParse(RowValues.AsText(value), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : 0
            : null;
    }

    public IEnumerable<JsonObject> Of(IEnumerable<JsonObject> rows) => rows.Skip(Offset).Take(Limit);
}
