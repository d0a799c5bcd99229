using System.Security.Cryptography;
using System.Text;
using Integration.Platform.Secrets;
using Microsoft.AspNetCore.Http;

namespace Integration.Console.Api;

/// <summary>
/// Lets through who may operate: with an API key configured (secret <c>console-api-key</c>) everyone who sends it, without one only
/// loopback. Every write names its operator in <c>X-Operator</c>, for the audit and because a foreign web page cannot send that header.
/// </summary>
internal sealed class OperatorFilter(ISecrets secrets) : IEndpointFilter
{
    public const string KeySecret = "console-api-key";
    private const int LongestName = 60;

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var request = context.HttpContext.Request;
        if (secrets.Get(KeySecret) is { Length: > 0 } key)
        {
            if (!IsKey(request.Headers["X-Api-Key"].ToString(), key)) return Refuse(StatusCodes.Status401Unauthorized, "Send the API key in the header X-Api-Key.");
        }
        else if (!IsLoopback(request))
        {
            return Refuse(StatusCodes.Status403Forbidden, "Without an API key the operations API answers on loopback only.");
        }

        return !HttpMethods.IsGet(request.Method) && OperatorOf(context.HttpContext).Length == 0
            ? Refuse(StatusCodes.Status400BadRequest, "Name yourself in the header X-Operator: every action is recorded with its operator.")
            : await next(context);
    }

    /// <summary>Who acts, as named in <c>X-Operator</c>; cut to a readable length.</summary>
    public static string OperatorOf(HttpContext context)
    {
        var name = new string([.. context.Request.Headers["X-Operator"].ToString().Where(character => !char.IsControl(character))]).Trim();
        return name.Length <= LongestName ? name : name[..LongestName];
    }

    private static bool IsKey(string sent, string key) => CryptographicOperations.FixedTimeEquals(
        SHA256.HashData(Encoding.UTF8.GetBytes(sent)), SHA256.HashData(Encoding.UTF8.GetBytes(key)));

    private static bool IsLoopback(HttpRequest request)
    {
        // The name is checked too, so that a foreign page cannot reach us through a host name that it points at loopback.
        var remote = request.HttpContext.Connection.RemoteIpAddress;
        return (remote is null || System.Net.IPAddress.IsLoopback(remote))
            && (request.Host.Host is "localhost" or "127.0.0.1" or "[::1]" or "::1");
    }

    private static IResult Refuse(int status, string detail) => Results.Problem(detail, statusCode: status);
}
