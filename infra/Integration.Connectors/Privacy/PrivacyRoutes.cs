using System.Text.Json.Nodes;
using Integration.Connectors.Hosting;
using Integration.Platform.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;

namespace Integration.Connectors.Privacy;

/// <summary>
/// <c>POST /internal/privacy/export</c> and <c>/erase</c>: what this service stores about a person. Answers on loopback only, to callers
/// that name themselves in <c>X-Operator</c> (a foreign web page cannot); the log says who asked, not about whom.
/// </summary>
internal sealed class PrivacyRoutes(PersonalRecords records, ILogger<PrivacyRoutes> log) : IEndpointModule
{
    public void Map(IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/internal/privacy").AddEndpointFilter(LoopbackGuard.RefuseOthersAsync);
        group.MapPost("/export", async (PersonRequest person, HttpContext http, CancellationToken ct) =>
        {
            var found = await records.ExportAsync(person.Email, ct);
            log.LogWarning("Personal data of one person exported by {Operator}: {Count} records", LoopbackGuard.OperatorOf(http), found.Count);
            return Results.Json(found.Select(record => new { record.Scope, record.Entity, record.Id, Content = JsonNode.Parse(record.Json) }));
        });
        group.MapPost("/erase", async (PersonRequest person, HttpContext http, CancellationToken ct) =>
        {
            var erased = await records.EraseAsync(person.Email, ct);
            log.LogWarning("Personal data of one person erased by {Operator}: {Count} records", LoopbackGuard.OperatorOf(http), erased);
            return Results.Json(new[] { new { Erased = erased } });
        });
    }
}
