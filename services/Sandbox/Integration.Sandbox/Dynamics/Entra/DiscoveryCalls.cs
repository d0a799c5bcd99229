using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Integration.Sandbox.Dynamics.Entra;

/// <summary>What Microsoft's authentication library reads before it asks for a token: the addresses of a tenant and the names of the cloud.</summary>
internal sealed class DiscoveryCalls(EntraOptions options)
{
    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/{tenant}/v2.0/.well-known/openid-configuration", (string tenant, HttpRequest request) => Results.Json(Configuration(request, tenant)));
        routes.MapGet("/common/discovery/instance", (HttpRequest request) => Results.Json(Instance(request)));
    }

    private static JsonObject Configuration(HttpRequest request, string tenant)
    {
        var root = $"{request.Scheme}://{request.Host}/{tenant}";
        return new JsonObject
        {
            ["token_endpoint"] = $"{root}/oauth2/v2.0/token",
            ["token_endpoint_auth_methods_supported"] = new JsonArray("client_secret_post", "private_key_jwt"),
            ["issuer"] = $"{root}/v2.0",
            ["authorization_endpoint"] = $"{root}/oauth2/v2.0/authorize",
            ["device_authorization_endpoint"] = $"{root}/oauth2/v2.0/devicecode",
            ["response_types_supported"] = new JsonArray("code"),
            ["scopes_supported"] = new JsonArray("openid", "profile", "email", "offline_access"),
        };
    }

    private JsonObject Instance(HttpRequest request)
    {
        var asked = Uri.TryCreate(request.Query["authorization_endpoint"], UriKind.Absolute, out var endpoint) ? endpoint.Authority : request.Host.ToString();
        return new JsonObject
        {
            ["tenant_discovery_endpoint"] = $"{request.Scheme}://{request.Host}/{options.Tenant}/v2.0/.well-known/openid-configuration",
            ["api-version"] = "1.1",
            ["metadata"] = new JsonArray(new JsonObject { ["preferred_network"] = asked, ["preferred_cache"] = asked, ["aliases"] = new JsonArray(asked) }),
        };
    }
}
