using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace Integration.Sandbox.Shop.Api;

/// <summary>
/// The API's two tokens (config category <c>API</c>: <c>token_read</c>, <c>token_all</c>) in the header
/// <c>X-AUTH-TOKEN</c>. Without it the JWT firewall answers; this shop issues no JWT.
/// </summary>
internal sealed class ApiAccess(ShopOptions options)
{
    private const string Header = "X-AUTH-TOKEN";

    /// <returns>Null when the call may go on.</returns>
    public ApiRefusal? Refusal(HttpRequest request, bool writes)
    {
        if (!request.Headers.TryGetValue(Header, out var sent))
        {
            var bearer = request.Headers.Authorization.ToString().StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase);
            return Jwt(bearer ? "Invalid JWT Token" : "JWT Token not found");
        }

        var token = sent.ToString();
        if (token.Length > 0 && token == options.WriteKey)
        {
            return null;
        }

        if (token.Length == 0 || token != options.ReadKey)
        {
            return new ApiRefusal(StatusCodes.Status401Unauthorized, new JsonObject { ["message"] = "Invalid credentials." });
        }

        return writes
            ? new ApiRefusal(StatusCodes.Status403Forbidden, ApiAnswers.Problem("Access Denied."), ApiAnswers.ProblemType)
            : null;
    }

    private static ApiRefusal Jwt(string message) =>
        new(StatusCodes.Status401Unauthorized, new JsonObject { ["code"] = StatusCodes.Status401Unauthorized, ["message"] = message });
}
