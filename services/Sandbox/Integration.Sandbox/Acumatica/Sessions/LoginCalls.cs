using System.Text.Json;
using Integration.Sandbox.Acumatica.Calls;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Integration.Sandbox.Acumatica.Sessions;

/// <summary>Cookie login under <c>/entity/auth</c>. A wrong password is a 500, as recorded from a real instance.</summary>
internal sealed class LoginCalls(ErpOptions options, Access access, CallPipeline pipeline)
{
    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/entity/auth/login", context => CallPipeline.AnswerAsync(context, () => LoginAsync(context)));
        routes.MapPost("/entity/auth/logout", context => CallPipeline.AnswerAsync(context, () => LogoutAsync(context)));
    }

    private async Task LoginAsync(HttpContext context)
    {
        var body = await CallPipeline.BodyAsync(context);
        string? Text(string name) => body.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
        if (Text("tenant") is not null && Text("company") is not null)
        {
            throw ErpFault.Exception("Error: Both the tenant and the company are specified.");
        }

        var tenant = Text("tenant") ?? Text("company");
        if (!access.IsUser(Text("name"), Text("password")) || (tenant is not null && !tenant.Equals(options.Tenant, StringComparison.OrdinalIgnoreCase)))
        {
            throw ErpFault.Exception("Error: Invalid credentials. Please try again.");
        }

        access.SignIn(context.Response);
        context.Response.StatusCode = StatusCodes.Status204NoContent;
    }

    private async Task LogoutAsync(HttpContext context)
    {
        // The web server in front refuses a POST without a length before the ERP sees it.
        if (context.Request.ContentLength is null)
        {
            context.Response.StatusCode = StatusCodes.Status411LengthRequired;
            context.Response.ContentType = "text/html; charset=us-ascii";
            await context.Response.WriteAsync("<HTML><HEAD><TITLE>Length Required</TITLE></HEAD><BODY><h2>Length Required</h2></BODY></HTML>", context.RequestAborted);
            return;
        }

        var session = await access.OfAsync(context);
        await pipeline.InTurnAsync(session, context, () => Task.CompletedTask);
        access.SignOut(session.Key);
        context.Response.StatusCode = StatusCodes.Status204NoContent;
    }
}
