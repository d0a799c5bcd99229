using System.Net;
using System.Security.Cryptography;
using System.Text;
using Integration.Platform.Secrets;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace Integration.Console.Access;

/// <summary>
/// Lets through who may operate: with an API key configured (secret <c>console-api-key</c>) everyone who sends it, over TLS when from
/// another machine; without one only loopback. Every write names its operator in <c>X-Operator</c>, for the audit and because a foreign
/// web page cannot send that header.
/// </summary>
internal sealed class OperatorGuard(ISecrets secrets, IOptions<ConsoleOptions> options)
{
    public const string KeySecret = "console-api-key";
    private const string KeyHeader = "X-Api-Key";

    /// <summary>Null when the request may go on; else the status and the words to refuse it with.</summary>
    public (int Status, string Detail)? Refusal(HttpRequest request) => AccessRefusal(request) ?? WriteRefusal(request);

    private (int Status, string Detail)? AccessRefusal(HttpRequest request)
    {
        if (secrets.Get(KeySecret) is not { Length: > 0 } key)
        {
            return IsLoopback(request) ? null : (StatusCodes.Status403Forbidden, "Without an API key the operations API answers on loopback only.");
        }

        if (!IsKey(request.Headers[KeyHeader].ToString(), key))
        {
            return (StatusCodes.Status401Unauthorized, $"Send the API key in the header {KeyHeader}.");
        }

        return request.IsHttps || options.Value.TlsInFront || IsFromThisMachine(request)
            ? null
            : (StatusCodes.Status403Forbidden, "The operations API answers other machines over TLS only.");
    }

    private static (int Status, string Detail)? WriteRefusal(HttpRequest request) =>
        !HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method) && OperatorName.Of(request).Length == 0
            ? (StatusCodes.Status400BadRequest, $"Name yourself in the header {OperatorName.Header}: every action is recorded with its operator.")
            : null;

    private static bool IsKey(string sent, string key) => CryptographicOperations.FixedTimeEquals(
        SHA256.HashData(Encoding.UTF8.GetBytes(sent)), SHA256.HashData(Encoding.UTF8.GetBytes(key)));

    // The name is checked too, so that a foreign page cannot reach us through a host name that it points at loopback; and what a proxy passes on comes from elsewhere.
    private static bool IsLoopback(HttpRequest request) =>
        IsFromThisMachine(request)
        && request.Host.Host is "localhost" or "127.0.0.1" or "[::1]" or "::1"
        && !request.Headers.ContainsKey("X-Forwarded-For") && !request.Headers.ContainsKey("Forwarded");

    private static bool IsFromThisMachine(HttpRequest request) =>
        request.HttpContext.Connection.RemoteIpAddress is not { } remote || IPAddress.IsLoopback(remote);
}
