using System.Globalization;
using System.Text.Json.Nodes;
using Integration.Sandbox.Dynamics.Dataverse.Calls;
using Integration.Sandbox.Dynamics.Dataverse.Queries;
using Integration.Sandbox.Dynamics.Dataverse.Records;
using Integration.Sandbox.Dynamics.Dataverse.Schema;

namespace Integration.Sandbox.Dynamics.Dataverse.Tracking;

/// <summary>
/// Change tracking: what changed in a table since a token was given, deletions among it. A token is good for
/// <c>organization.expirechangetrackingindays</c> days.
/// </summary>
internal sealed class ChangeFeed(Books books, RecordWriter writer, ServiceRoot root, DataverseSettings settings, TimeProvider time)
{
    private const string Stamp = "MM/dd/yyyy HH:mm:ss";
    private static readonly string[] Forbidden = ["$filter", "$orderby", "$expand", "$top"];

    /// <summary>A token for everything behind this version.</summary>
    public string Token(long version) => string.Create(CultureInfo.InvariantCulture, $"{version}!{time.GetUtcNow().UtcDateTime.ToString(Stamp, CultureInfo.InvariantCulture)}");

    /// <summary>Refuses a query whose changes cannot be tracked.</summary>
    public void Check(ApiRequest request, TableSchema table)
    {
        if (!settings.TrackedTables.Contains(table.Name))
        {
            throw DataverseFault.Invalid($"Change tracking is not enabled for the entity {table.Name}.");
        }

        if (request.Options.FirstOrDefault(Forbidden.Contains) is { } option)
        {
            throw DataverseFault.Query($"The query parameter {option} is not supported when tracking changes.");
        }
    }

    /// <summary>What changed since the token was given, in the order of the changes.</summary>
    public ApiAnswer Changes(ApiRequest request, TableSchema table, View view, string token)
    {
        Check(request, table);
        var since = Version(token);
        var (preferences, size) = (request.Preferences, request.Preferences.PageSize ?? Preferences.LargestPage);
        var cursor = Cursor.Read(request.Query("$skiptoken"));
        var reached = books.Version;
        var changes = books.Table(table.Name).Changes(cursor?.Version ?? since, size + 1);
        var page = changes.Take(size).ToList();
        var body = new JsonObject
        {
            ["@odata.context"] = $"{root.Address}$metadata#{table.Set}/$delta",
            ["value"] = new JsonArray([.. page.Select(change => Write(change, table, view, preferences))]),
        };
        if (changes.Count > size)
        {
            var next = new Cursor((cursor?.Page ?? 1) + 1, Guid.Empty, default, 0, page[^1].Version);
            body["@odata.nextLink"] = root.Address + Links.With(request, "$skiptoken", next.Text);
        }
        else
        {
            body["@odata.deltaLink"] = root.Address + Links.With(request, "$deltatoken", Token(reached));
        }

        return ApiAnswer.Json(body);
    }

    private JsonObject Write(TrackedChange change, TableSchema table, View view, Preferences preferences) => change.Record is { } record
        ? writer.Write(record, view, preferences)
        : new JsonObject { ["@odata.context"] = $"{root.Address}$metadata#{table.Set}/$deletedEntity", ["id"] = change.Id, ["reason"] = "deleted" };

    private long Version(string token)
    {
        if (token.Split('!') is not [var number, var stamp] || !long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var version)
            || !DateTimeOffset.TryParseExact(stamp, Stamp, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var given))
        {
            throw DataverseFault.Query("The delta token is not valid.");
        }

        var days = books.Table("organization").All()[0].Whole("expirechangetrackingindays");
        return time.GetUtcNow() - given > TimeSpan.FromDays(days)
            ? throw DataverseFault.BadRequest(ErrorCode.ExpiredVersionStamp, "Version stamp associated with the client has expired. Please perform a full sync.") : version;
    }
}
