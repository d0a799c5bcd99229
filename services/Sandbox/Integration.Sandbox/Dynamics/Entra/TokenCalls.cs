using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Integration.Sandbox.Dynamics.Entra;

/// <summary><c>POST /{tenant}/oauth2/v2.0/token</c> for applications that act for themselves, by secret or by certificate.</summary>
internal sealed class TokenCalls(EntraOptions options, AccessTokens tokens, ClientAssertions assertions)
{
    private const string AssertionType = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";
    private const string Default = "/.default";

    public void Map(IEndpointRouteBuilder routes) => routes.MapPost("/{tenant}/oauth2/v2.0/token", async (string tenant, HttpContext context) =>
    {
        try
        {
            return Answer(tenant, await FormAsync(context));
        }
        catch (EntraFault fault)
        {
            if (fault.RetryAfter is { } seconds)
            {
                context.Response.Headers.RetryAfter = seconds.ToString(System.Globalization.CultureInfo.InvariantCulture);
            }

            return Results.Json(fault.Body(options.Time.GetUtcNow()), statusCode: fault.Status);
        }
    });

    private static async Task<IFormCollection> FormAsync(HttpContext context) => context.Request.HasFormContentType
        ? await context.Request.ReadFormAsync(context.RequestAborted)
        : throw EntraFault.Missing("grant_type");

    private IResult Answer(string tenant, IFormCollection form)
    {
        if (!tenant.Equals(options.Tenant, StringComparison.OrdinalIgnoreCase))
        {
            throw new EntraFault(400, "invalid_request", 90002, $"Tenant '{tenant}' not found. Check to make sure you have the correct tenant ID and are signing into the correct cloud.");
        }

        var grant = Required(form, "grant_type");
        if (grant != "client_credentials")
        {
            throw new EntraFault(400, "unsupported_grant_type", 70003, $"The app requested an unsupported grant type '{grant}'.");
        }

        var clientId = Required(form, "client_id");
        var app = options.Applications.FirstOrDefault(known => known.ClientId.Equals(clientId, StringComparison.OrdinalIgnoreCase)) ?? throw new EntraFault(
            400, "unauthorized_client", 700016,
            $"Application with identifier '{clientId}' was not found in the directory '{tenant}'. This can happen if the application has not been installed by the administrator of the tenant or consented to by any user in the tenant.");
        if (tokens.IsRevoked || options.Settings.Disabled.Contains(app.ClientId, StringComparer.OrdinalIgnoreCase))
        {
            throw new EntraFault(400, "unauthorized_client", 7000112, $"Application '{app.ClientId}' is disabled.");
        }

        Prove(app, form);
        var token = tokens.Give(app, Resource(form["scope"].ToString(), tenant));
        var life = (int)options.Settings.TokenLifetime.TotalSeconds - 1;
        return Results.Json(new JsonObject { ["token_type"] = "Bearer", ["expires_in"] = life, ["ext_expires_in"] = life, ["access_token"] = token });
    }

    private void Prove(AppRegistration app, IFormCollection form)
    {
        if (form["client_assertion"].ToString() is { Length: > 0 } assertion)
        {
            if (form["client_assertion_type"] != AssertionType)
            {
                throw EntraFault.Missing("client_assertion_type");
            }

            assertions.Check(app, assertion);
            return;
        }

        if (form["client_secret"].ToString() is not { Length: > 0 } secret)
        {
            throw EntraFault.InvalidClient(7000216, "'client_assertion', 'client_secret' or 'request' is required for the 'client_credentials' grant type.");
        }

        var sent = Encoding.UTF8.GetBytes(secret);
        if (!app.Secrets.Any(known => CryptographicOperations.FixedTimeEquals(sent, Encoding.UTF8.GetBytes(known))))
        {
            throw EntraFault.InvalidClient(
                7000215, $"Invalid client secret provided. Ensure the secret being sent in the request is the client secret value, not the client secret ID, for a secret added to app '{app.ClientId}'.");
        }
    }

    private string Resource(string scope, string tenant)
    {
        if (scope.Length == 0)
        {
            throw EntraFault.Missing("scope");
        }

        if (scope.Contains(' ', StringComparison.Ordinal) || !scope.EndsWith(Default, StringComparison.Ordinal))
        {
            throw new EntraFault(
                400, "invalid_scope", 1002012,
                $"The provided value for scope {scope} is not valid. Client credential flows must have a scope value with /.default suffixed to the resource identifier (application ID URI).");
        }

        var resource = scope[..^Default.Length];
        var known = options.Settings.Resources;
        // With a slash left at its end it is another identifier, and no resource has that one.
        var exists = known.Count > 0
            ? known.Contains(resource, StringComparer.OrdinalIgnoreCase)
            : Uri.TryCreate(resource, UriKind.Absolute, out var address) && address.GetLeftPart(UriPartial.Authority).Equals(resource, StringComparison.OrdinalIgnoreCase);
        return exists ? resource : throw new EntraFault(
            400, "invalid_resource", 500011,
            $"The resource principal named {resource} was not found in the tenant named {tenant}. This can happen if the application has not been installed by the administrator of the tenant or consented to by any user in the tenant.");
    }

    private static string Required(IFormCollection form, string name) =>
        form[name].ToString() is { Length: > 0 } value ? value : throw EntraFault.Missing(name);
}
