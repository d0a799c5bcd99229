using System.Net;
using System.Text.Json.Nodes;
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
        var group = routes.MapGroup("/internal/privacy").AddEndpointFilter(Guard);
        group.MapPost("/export", async (PersonRequest person, HttpContext http, CancellationToken ct) =>
        {
            var found = await records.ExportAsync(person.Email, ct);
            log.LogWarning("Personal data of one person exported by {Operator}: {Count} records", http.Request.Headers["X-Operator"].ToString(), found.Count);
            return Results.Json(found.Select(record => new { record.Scope, record.Entity, record.Id, Content = JsonNode.Parse(record.Json) }));
        });
        group.MapPost("/erase", async (PersonRequest person, HttpContext http, CancellationToken ct) =>
        {
            var erased = await records.EraseAsync(person.Email, ct);
            log.LogWarning("Personal data of one person erased by {Operator}: {Count} records", http.Request.Headers["X-Operator"].ToString(), erased);
            return Results.Json(new[] { new { Erased = erased } });
        });
    }

    private static ValueTask<object?> Guard(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        var local = http.Connection.RemoteIpAddress is not { } remote || IPAddress.IsLoopback(remote);
        return local && (http.Request.Host.Host is "127.0.0.1" or "localhost" or "[::1]") && http.Request.Headers["X-Operator"].Count == 1
            ? next(context)
            : ValueTask.FromResult<object?>(Results.Problem("Ask from this machine, and name yourself in X-Operator.", statusCode: StatusCodes.Status403Forbidden));
    }
}
