using System.Text.Json.Nodes;
using Integration.Sandbox.Dynamics.Dataverse.Queries;
using Integration.Sandbox.Dynamics.Dataverse.Records;
using Integration.Sandbox.Dynamics.Dataverse.Schema;
using Integration.Sandbox.Dynamics.Dataverse.Tracking;

namespace Integration.Sandbox.Dynamics.Dataverse.Calls;

/// <summary>GET of one record and of lists.</summary>
internal sealed class RecordReads(Books books, RecordWriter writer, ChangeFeed feed, ServiceRoot root)
{
    public ApiAnswer One(ApiRequest request, RecordAddress address)
    {
        var view = View.Of(request, address.Table, books, isList: false);
        var record = address.Find(books) ?? throw address.Missing();
        if (Conditions.IsUnchanged(request, record))
        {
            return new ApiAnswer(304);
        }

        var body = writer.Write(record, view, request.Preferences);
        body.Insert(0, "@odata.context", $"{root.Address}$metadata#{address.Table.Set}{Selected(view)}/$entity");
        return Applied(ApiAnswer.Json(body).With("ETag", record.ETag), request.Preferences with { PageSize = null, TracksChanges = false });
    }

    public ApiAnswer List(ApiRequest request, TableSchema table)
    {
        var (view, preferences) = (View.Of(request, table, books, isList: true), request.Preferences);
        if (request.Query("$deltatoken") is { } token)
        {
            return feed.Changes(request, table, view, token);
        }

        if (preferences.TracksChanges)
        {
            feed.Check(request, table);
        }

        // With a page size of the caller's own, $top is ignored.
        var size = preferences.PageSize ?? Math.Min(view.Top ?? Preferences.LargestPage, Preferences.LargestPage);
        var cursor = Cursor.Read(request.Query("$skiptoken"));
        var version = cursor?.Version ?? books.Version;
        var page = RecordSearch.Page(books.Table(table.Name), view, size, cursor);
        var body = Body(table, view, page.Records, preferences);
        if (request.Query("$count") == "true")
        {
            body.Insert(1, "@odata.count", RecordSearch.Count(books.Table(table.Name), view));
        }

        if (page.Next is { } next && (preferences.PageSize is not null || view.Top is null))
        {
            body["@odata.nextLink"] = root.Address + Links.With(request, "$skiptoken", (next with { Version = version }).Text);
        }
        else if (preferences.TracksChanges)
        {
            body["@odata.deltaLink"] = root.Address + Links.With(request, "$deltatoken", feed.Token(version));
        }

        return Applied(ApiAnswer.Json(body), preferences);
    }

    /// <summary>The records that point to this one.</summary>
    public ApiAnswer Children(ApiRequest request, RecordAddress address, ChildLink link)
    {
        var record = address.Find(books) ?? throw address.Missing();
        var table = books.Schema[link.Table];
        var view = View.Of(request, table, books, isList: true);
        var children = Ordering.Sort(books.Table(link.Table).By([link.Column], [record.Reference]).Where(view.Filter.Holds), view.OrderBy);
        return ApiAnswer.Json(Body(table, view, [.. children.Take(view.Top ?? Preferences.LargestPage)], request.Preferences));
    }

    private JsonObject Body(TableSchema table, View view, IReadOnlyList<Record> records, Preferences preferences) => new()
    {
        ["@odata.context"] = $"{root.Address}$metadata#{table.Set}{Selected(view)}",
        ["value"] = new JsonArray([.. records.Select(record => writer.Write(record, view, preferences))]),
    };

    private static string Selected(View view) => view.Select is { } columns ? $"({string.Join(',', columns.Select(column => column.WireName))})" : "";

    private static ApiAnswer Applied(ApiAnswer answer, Preferences preferences)
    {
        List<string> applied = [];
        if (preferences.PageSize is { } size)
        {
            applied.Add($"odata.maxpagesize={size}");
        }

        if (preferences.TracksChanges)
        {
            applied.Add("odata.track-changes");
        }

        if (preferences.Annotations.Count > 0)
        {
            applied.Add($"odata.include-annotations=\"{string.Join(',', preferences.Annotations)}\"");
        }

        return applied.Count > 0 ? answer.With("Preference-Applied", string.Join(", ", applied)) : answer;
    }
}
