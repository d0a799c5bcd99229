using System.Globalization;
using Integration.Sandbox.Faults;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Integration.Sandbox.Serving;

/// <summary><c>GET /_sandbox/journal?after=SEQ</c>: the next commits of orders, at most 10,000.</summary>
internal static class JournalEndpoint
{
    public static void Map(IEndpointRouteBuilder routes, CommitJournal journal) => routes.MapGet("/_sandbox/journal", (HttpRequest request) =>
        Results.Json(journal.After(long.TryParse(request.Query["after"], CultureInfo.InvariantCulture, out var seq) ? seq : 0), FaultEndpoints.Json));
}
