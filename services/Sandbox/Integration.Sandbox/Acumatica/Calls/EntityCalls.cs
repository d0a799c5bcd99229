using Integration.Sandbox.Acumatica.Files;
using Integration.Sandbox.Acumatica.Queries;
using Integration.Sandbox.Acumatica.Records;
using Integration.Sandbox.Acumatica.Schema;
using Integration.Sandbox.Acumatica.Screens;
using Integration.Sandbox.Acumatica.Sessions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using System.Text.Json.Nodes;

namespace Integration.Sandbox.Acumatica.Calls;

/// <summary>The contract REST addresses under <c>/entity</c>.</summary>
internal sealed class EntityCalls(
    Tenant tenant, ScreenBook screens, Inquiries inquiries, LongOperations operations, Upsert upsert, Answers answers, FileCalls files, Access access,
    RequestLimiter limiter, CallPipeline pipeline)
{
    private readonly EndpointSchema _endpoint = tenant.Endpoint;

    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/entity", context => CallPipeline.WriteAsync(context, 200, Versions()));
        routes.Map("/entity/{endpoint}/{version}/{entity}/{**rest}", context => CallPipeline.AnswerAsync(context, () => RouteAsync(context)));
    }

    private JsonObject Versions() => new()
    {
        ["version"] = new JsonObject { ["acumaticaBuildVersion"] = "24.200.0160", ["databaseVersion"] = "24.200.0160" },
        ["endpoints"] = new JsonArray(new JsonObject
        {
            ["version"] = _endpoint.Version,
            ["name"] = _endpoint.Name,
            ["href"] = $"/entity/{_endpoint.Name}/{_endpoint.Version}/",
        }),
    };

    private Task RouteAsync(HttpContext context) => limiter.RunAsync(
        async () =>
        {
            var session = await access.OfAsync(context);
            if (context.Request.RouteValues is var values && (string)values["entity"]! == "files" && values["rest"] is string file)
            {
                await pipeline.InTurnAsync(session, context, () => files.ReadAsync(context, file));
                return;
            }

            var call = Read(context);
            await pipeline.InTurnAsync(session, context, () => DispatchAsync(context, session, call));
        },
        context.RequestAborted);

    private EntityCall Read(HttpContext context)
    {
        var values = context.Request.RouteValues;
        var name = (string)values["entity"]!;
        if (context.Request.Headers["PX-CbApiBranch"].ToString() is { Length: > 0 } branch && branch != "MAIN")
        {
            throw ErpFault.Forbidden($"You have insufficient rights to the {branch} branch.");
        }

        if ((string)values["endpoint"]! != _endpoint.Name || (string)values["version"]! != _endpoint.Version || _endpoint.TopLevel(name) is not { IsInternal: false } entity)
        {
            throw ErpFault.NotFound("No HTTP resource was found that matches the request URI.");
        }

        var rest = ((string?)values["rest"] ?? "").Split('/', StringSplitOptions.RemoveEmptyEntries);
        return new EntityCall(entity, _endpoint[name], rest, context.Request.Query, $"/entity/{_endpoint.Name}/{_endpoint.Version}/{name}");
    }

    private Task DispatchAsync(HttpContext context, Session session, EntityCall call)
    {
        if (call.Rest is [var polled, "status", var operation] && HttpMethods.IsGet(context.Request.Method) && call.Entity.Actions.ContainsKey(polled))
        {
            return operations.PollAsync(context, operation);
        }

        if (session.LongOperation == call.Entity.Name)
        {
            throw ErpFault.Exception("Error: The previous operation has not been completed yet.");
        }

        var isInquiry = call.Entity.Keys.Count == 0;
        return (context.Request.Method, call.Rest) switch
        {
            ("GET", not ["$adHocSchema"]) when isInquiry => throw ErpFault.CannotOptimize(call.Entity.Name, call.Schema.Fields.Select(field => field.Name)),
            ("PUT", []) when isInquiry => inquiries.AnswerAsync(context, call),
            ("GET", ["$adHocSchema"]) => CallPipeline.WriteAsync(context, 200, answers.Schema(call)),
            ("PUT", [.. var keys, "files", var name]) when keys.Length > 0 => files.AttachAsync(context, Find(call with { Rest = keys }), name),
            ("GET", []) => ListAsync(context, call),
            ("GET", _) => OneAsync(context, call),
            ("PUT", []) => upsert.PutAsync(context, call),
            ("PATCH", []) => upsert.PatchAsync(context, call),
            ("DELETE", [_, ..]) => DeleteAsync(context, call),
            ("POST", [var action]) => operations.StartAsync(context, session, call, action),
            _ => throw new ErpFault(405, new JsonObject { ["message"] = "The requested resource does not support this HTTP method." }),
        };
    }

    private Task ListAsync(HttpContext context, EntityCall call)
    {
        var view = call.View(_endpoint);
        FilterTest? filter = null;
        IReadOnlyCollection<string> used = [];
        if (call.Query["$filter"].ToString() is { Length: > 0 } text)
        {
            filter = Filter.Read(text, _endpoint, call.Schema, out used);
        }

        var screen = screens[call.Entity.Name];
        var broken = view.Expanded.Select(path => path.Split('/')[0]).Concat(used).Where(screen.Unoptimizable.Contains).Distinct().ToList();
        if (broken.Count > 0)
        {
            throw ErpFault.CannotOptimize(call.Entity.Name, broken);
        }

        var rows = (filter is null ? tenant.All(call.Entity.Name) : tenant.All(call.Entity.Name, filter)).Skip(call.Count("$skip") ?? 0).Take(call.Count("$top") ?? int.MaxValue);
        var body = new JsonArray([.. rows.Select((row, index) => answers.Write(call, row, view, index + 1))]);
        return CallPipeline.WriteAsync(context, 200, body);
    }

    private Task OneAsync(HttpContext context, EntityCall call)
    {
        var (row, view) = (Find(call), call.View(_endpoint));
        return CallPipeline.WriteAsync(context, 200, answers.Write(call, row, view));
    }

    private async Task DeleteAsync(HttpContext context, EntityCall call)
    {
        var row = Find(call);
        await tenant.SaveAsync(
            save =>
            {
                screens[call.Entity.Name].Delete(save, save.Find(call.Entity.Name, row.Id) ?? throw ErpFault.NotFound("No entity satisfies the condition."));
                return true;
            },
            CancellationToken.None);
        context.Response.StatusCode = StatusCodes.Status204NoContent;
    }

    private Row Find(EntityCall call)
    {
        var row = call.Rest is [var only] && Guid.TryParse(only, out var id)
            ? tenant.Find(call.Entity.Name, id) : tenant.Find(call.Entity.Name, call.Rest);
        return row ?? throw ErpFault.NotFound("No entity satisfies the condition.");
    }
}
