using Integration.Connectors.Pairs;
using Integration.Connectors.Publishing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Integration.Console.Api;

internal static class DocumentRoutes
{
    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/pairs/{pair}/documents", List).ProducesProblem(StatusCodes.Status404NotFound)
        .WithSummary("Every text of a pair's documents and lookups that was published, the newest first.");

    private static Results<Ok<IReadOnlyList<DocumentEntry>>, ProblemHttpResult> List(PairCatalog catalog, string pair)
    {
        catalog.Refresh();
        if (catalog.Find(pair) is not { } found)
        {
            return TypedResults.Problem("The console sees no pair file of that name: it needs the same Pairs:Folder as the other services.", statusCode: StatusCodes.Status404NotFound);
        }

        try
        {
            return TypedResults.Ok<IReadOnlyList<DocumentEntry>>([.. DocumentHistory.NamesOf(found).SelectMany(name => Entries(found, name)).OrderByDescending(entry => entry.At)]);
        }
        catch (Exception unreadable) when (unreadable is PairFileException or IOException or UnauthorizedAccessException)
        {
            return TypedResults.Problem("A file of this pair cannot be read just now: ./run document list says which.", statusCode: StatusCodes.Status503ServiceUnavailable);
        }
    }

    private static IEnumerable<DocumentEntry> Entries(PairDefinition pair, string name)
    {
        var versions = DocumentHistory.Of(pair, name).Versions;
        var live = versions.Count == 0 ? null : PairDocuments.Live(pair, name, shipped: null);
        return versions.Select(version => new DocumentEntry(
            version.Document, version.Version, version.Action, version.By, version.At, version.Sha256, version.Note, live is not null && version.Version == live.Version && version.IsTextOf(live)));
    }
}
