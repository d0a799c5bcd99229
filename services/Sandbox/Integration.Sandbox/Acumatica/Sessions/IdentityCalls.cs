using Integration.Sandbox.Acumatica.Calls;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Integration.Sandbox.Acumatica.Sessions;

/// <summary>OAuth 2.0 under <c>/identity</c>: token (password and refresh grants), revocation, discovery. No client-credentials flow is offered.</summary>
internal sealed class IdentityCalls(Access access, Tokens tokens, Seats seats)
{
    private static readonly string[] Scopes = ["api", "offline_access", "api:concurrent_access", "openid", "profile", "email", "phone"];

    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/identity/connect/token", TokenAsync);
        routes.MapPost("/identity/connect/revocation", RevokeAsync);
        routes.MapGet("/identity/.well-known/openid-configuration", Discover);
    }

    internal static IResult Refuse(string error, string? description = null) =>
        Results.Json(description is null ? new { error } : (object)new { error, error_description = description }, statusCode: 400);

    private static IResult Discover(HttpRequest request)
    {
        var issuer = $"{request.Scheme}://{request.Host}/identity";
        return Results.Json(new
        {
            issuer,
            authorization_endpoint = $"{issuer}/connect/authorize",
            token_endpoint = $"{issuer}/connect/token",
            revocation_endpoint = $"{issuer}/connect/revocation",
            scopes_supported = Scopes,
            grant_types_supported = (string[])["authorization_code", "password", "refresh_token", "implicit"],
            token_endpoint_auth_methods_supported = (string[])["client_secret_post", "client_secret_basic"],
        });
    }

    private async Task<IResult> TokenAsync(HttpRequest request)
    {
        if (!request.HasFormContentType)
        {
            return Refuse("invalid_request");
        }

        var form = await request.ReadFormAsync(request.HttpContext.RequestAborted);
        if (!access.IsClient(form["client_id"], form["client_secret"]))
        {
            return Refuse("invalid_client");
        }

        return form["grant_type"].ToString() switch
        {
            "password" => await PasswordAsync(form, request.HttpContext.RequestAborted),
            "refresh_token" => await tokens.RefreshAsync(form["refresh_token"].ToString(), request.HttpContext.RequestAborted) is { } issued
                ? Answer(issued) : Refuse("invalid_grant"),
            _ => Refuse("unsupported_grant_type"),
        };
    }

    private async Task<IResult> PasswordAsync(IFormCollection form, CancellationToken cancellationToken)
    {
        var scope = form["scope"].ToString();
        if (!scope.Split(' ').Contains("api") || scope.Split(' ').Except(Scopes).Any())
        {
            return Refuse("invalid_scope");
        }

        if (!access.IsUser(form["username"], form["password"]))
        {
            return Refuse("invalid_grant", "invalid_username_or_password");
        }

        var issued = await tokens.GrantAsync(scope, cancellationToken);
        try
        {
            if (!scope.Split(' ').Contains("api:concurrent_access"))
            {
                seats.Open(issued.Grant.Id);
            }
        }
        catch (ErpFault)
        {
            return Refuse("invalid_grant", "API Login Limit");
        }

        return Answer(issued);
    }

    private IResult Answer(IssuedTokens issued) => Results.Json(new Dictionary<string, object?>
    {
        ["access_token"] = issued.Access,
        ["expires_in"] = (long)tokens.Lifetime.TotalSeconds,
        ["token_type"] = "Bearer",
        ["scope"] = issued.Grant.Scope,
        ["refresh_token"] = issued.Refresh,
    }.Where(field => field.Value is not null).ToDictionary());

    private async Task<IResult> RevokeAsync(HttpRequest request)
    {
        var form = await request.ReadFormAsync(request.HttpContext.RequestAborted);
        if (!access.IsClient(form["client_id"], form["client_secret"]))
        {
            return Refuse("invalid_client");
        }

        await tokens.RevokeAsync(form["token"].ToString(), request.HttpContext.RequestAborted);
        return Results.Ok();
    }
}
