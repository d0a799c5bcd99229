using System.Text.Json;
using System.Text.Json.Nodes;
using Integration.Sandbox.Serving;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Integration.Sandbox.Dynamics.Entra;

/// <summary>Control paths of the stand-in under <c>/_sandbox</c>; no credentials, and no part of the real protocol.</summary>
internal sealed class ControlCalls(EntraOptions options, AccessTokens tokens)
{
    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/_sandbox/state", () => Results.Json(new JsonObject
        {
            ["tenant"] = options.Tenant,
            ["applications"] = new JsonArray([.. options.Applications.Select(app => new JsonObject
            {
                ["clientId"] = app.ClientId,
                ["objectId"] = app.ObjectId,
                ["signIns"] = tokens.Counts.GetValueOrDefault(app.ClientId),
                ["disabled"] = options.Settings.Disabled.Contains(app.ClientId, StringComparer.OrdinalIgnoreCase),
            })]),
            ["signIns"] = tokens.Counts.Values.Sum(),
            ["revoked"] = tokens.IsRevoked,
        }));
        routes.MapPost("/_sandbox/expire", () =>
        {
            tokens.Expire();
            return Results.Json(new JsonObject());
        });
        routes.MapPost("/_sandbox/revoke", async (HttpRequest request) =>
        {
            var body = await ControlBody.ReadAsync(request);
            tokens.IsRevoked = !body.TryGetProperty("revoked", out var revoked) || revoked.GetBoolean();
            return Results.Json(new JsonObject { ["revoked"] = tokens.IsRevoked });
        });
        routes.MapGet("/_sandbox/settings", () => Results.Json(options.Settings, JsonSerializerOptions.Web));
        routes.MapPost("/_sandbox/settings", async (HttpRequest request) =>
        {
            foreach (var wish in (await ControlBody.ReadAsync(request)).EnumerateObject())
            {
                if (!Apply(options.Settings, wish.Name, wish.Value))
                {
                    return Results.BadRequest($"There is no setting {wish.Name}.");
                }
            }

            return Results.Json(new JsonObject());
        });
    }

    private static bool Apply(EntraSettings settings, string name, JsonElement value)
    {
        switch (name)
        {
            case "tokenLifetime":
                settings.TokenLifetime = ControlBody.Span(value);
                return true;
            case "maxTokens":
                settings.MaxTokens = value.GetInt32();
                return true;
            case "tokenWindow":
                settings.TokenWindow = ControlBody.Span(value);
                return true;
            case "resources":
                settings.Resources = ControlBody.Texts(value);
                return true;
            case "disabled":
                settings.Disabled = ControlBody.Texts(value);
                return true;
            default:
                return false;
        }
    }
}
