using Integration.Platform.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Integration.Console.Api;

/// <summary>The operations API under <c>/api</c>, its OpenAPI document and the page.</summary>
internal sealed class ConsoleEndpoints : IEndpointModule
{
    public void Map(IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup("/api").WithTags("Operations")
            .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status401Unauthorized).ProducesProblem(StatusCodes.Status403Forbidden);
        RecordRoutes.Map(api);
        AttentionRoutes.Map(api);
        RetryRoutes.Map(api);
        OrderRoutes.Map(api);
        ConnectionRoutes.Map(api);
        LaneRoutes.Map(api);
        ReconciliationRoutes.Map(api);
        BackfillRoutes.Map(api);
        DocumentRoutes.Map(api);
        routes.MapOpenApi("/openapi/{documentName}.json");
        Page.PageRoutes.Map(routes);
    }
}
