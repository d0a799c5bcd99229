using System.Net;
using Microsoft.AspNetCore.Http;

namespace Integration.Connectors.Hosting;

/// <summary>Lets only this machine through, and only callers that name themselves in <c>X-Operator</c> (a foreign web page cannot).</summary>
internal static class LoopbackGuard
{
    private const string Operator = "X-Operator";

    /// <summary>Who asks.</summary>
    public static string OperatorOf(HttpContext http) => http.Request.Headers[Operator].ToString();

    /// <summary>The filter of routes under <c>/internal</c>.</summary>
    public static ValueTask<object?> RefuseOthersAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        var local = http.Connection.RemoteIpAddress is not { } remote || IPAddress.IsLoopback(remote);
        return local && (http.Request.Host.Host is "127.0.0.1" or "localhost" or "[::1]") && http.Request.Headers[Operator].Count == 1
            ? next(context)
            : ValueTask.FromResult<object?>(Results.Problem($"Ask from this machine, and name yourself in {Operator}.", statusCode: StatusCodes.Status403Forbidden));
    }
}
