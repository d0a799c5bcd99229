using Integration.Connectors.Connections;
using Integration.Connectors.Hosting;
using Integration.Connectors.Pairs;
using Integration.Connectors.Ports;
using Integration.Contracts.Serialization;
using Integration.Platform.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;

namespace Integration.Connectors.DryRuns;

/// <summary><c>POST /internal/orders/read</c> and <c>/recorded</c>: orders for the dry runs of an operator on this machine. The log says who asked, not for whom.</summary>
internal sealed class DryRunRoutes(PairCatalog catalog, ConnectorShelf shelf, OrderSnapshots snapshots, ILogger<DryRunRoutes> log) : IEndpointModule
{
    public void Map(IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/internal/orders").AddEndpointFilter(LoopbackGuard.RefuseOthersAsync);
        group.MapPost("/read", ReadAsync);
        group.MapPost("/recorded", RecordedAsync);
    }

    private async Task<IResult> ReadAsync(OrderQuestion question, HttpContext http, CancellationToken ct)
    {
        if (catalog.Find(question.Pair) is not { } pair) return Unknown(question.Pair);
        log.LogInformation("Order {Order} of {Pair} is read for a dry run of {Operator}", question.Order, question.Pair, LoopbackGuard.OperatorOf(http));
        try
        {
            return shelf.Of(pair.Storefront) is IStorefront storefront
                ? Results.Json(await DryRunOrders.ReadAsync(pair, question.Order ?? "", storefront, snapshots, ct), ContractsJson.Options)
                : Results.Problem($"{pair.Storefront.Kind} is no storefront.", statusCode: StatusCodes.Status422UnprocessableEntity);
        }
        catch (PairFileException problem)
        {
            return Results.Problem(problem.Message, statusCode: StatusCodes.Status422UnprocessableEntity);
        }
    }

    private async Task<IResult> RecordedAsync(OrderQuestion question, HttpContext http, CancellationToken ct)
    {
        if (catalog.Find(question.Pair) is null) return Unknown(question.Pair);
        var orders = await snapshots.NewestAsync(question.Pair, question.Last, question.Since, ct);
        log.LogInformation("{Count} recorded orders of {Pair} are read for a dry run of {Operator}", orders.Count, question.Pair, LoopbackGuard.OperatorOf(http));
        return Results.Json(new OrderAnswer(orders, []), ContractsJson.Options);
    }

    private static IResult Unknown(string pair) => Results.Problem($"There is no usable pair {pair} here.", statusCode: StatusCodes.Status404NotFound);
}
