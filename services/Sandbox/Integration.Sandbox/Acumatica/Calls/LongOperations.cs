using System.Collections.Concurrent;
using Integration.Sandbox.Acumatica.Records;
using Integration.Sandbox.Acumatica.Screens;
using Integration.Sandbox.Acumatica.Sessions;
using Microsoft.AspNetCore.Http;

namespace Integration.Sandbox.Acumatica.Calls;

/// <summary>
/// Actions. A short one answers 204; a long one 202 with a <c>Location</c> to be polled: 202 while it runs, 204 when
/// it is done, else the error. While it runs, its session cannot use the same form.
/// </summary>
internal sealed class LongOperations(Tenant tenant, ScreenBook screens, ErpSettings settings, TimeProvider time)
{
    private readonly ConcurrentDictionary<string, Task> _running = new(StringComparer.Ordinal);

    public async Task StartAsync(HttpContext context, Session session, EntityCall call, string name)
    {
        if (!call.Entity.Actions.TryGetValue(name, out var parameters) || !screens[call.Entity.Name].Actions.TryGetValue(name, out var action))
        {
            throw ErpFault.NotFound($"No action '{name}' was found.");
        }

        var body = await CallPipeline.BodyAsync(context);
        var reader = new ChangeReader(tenant.Endpoint);
        var entity = body.TryGetProperty("entity", out var sent)
            ? reader.Read(sent, call.Schema) : throw ErpFault.BadRequest("invocation.entity", "The entity field is required.");
        var given = body.TryGetProperty("parameters", out var values) && values.ValueKind == System.Text.Json.JsonValueKind.Object
            ? reader.Read(values, parameters) : new Change();
        var row = (entity.Id is { } id ? tenant.Find(call.Entity.Name, id) : tenant.Find(call.Entity.Name, [.. call.Entity.Keys.Select(entity.Key)]))
            ?? throw ErpFault.NotFound("No entity satisfies the condition.");
        if (!action.IsLong)
        {
            await RunAsync(action, row, given);
            context.Response.StatusCode = StatusCodes.Status204NoContent;
            return;
        }

        var operation = Guid.NewGuid().ToString();
        session.LongOperation = call.Entity.Name;
        _running[operation] = LaterAsync(session, action, row, given);
        context.Response.StatusCode = StatusCodes.Status202Accepted;
        context.Response.Headers.Location = $"{call.Address}/{name}/status/{operation}";
    }

    public async Task PollAsync(HttpContext context, string operation)
    {
        if (!_running.TryGetValue(operation, out var task))
        {
            throw ErpFault.NotFound("The operation was not found.");
        }

        if (!task.IsCompleted)
        {
            context.Response.StatusCode = StatusCodes.Status202Accepted;
            context.Response.Headers.Location = context.Request.Path.ToString();
            return;
        }

        await task;
        context.Response.StatusCode = StatusCodes.Status204NoContent;
    }

    private async Task LaterAsync(Session session, ScreenAction action, Row row, Change given)
    {
        try
        {
            await Task.Delay(settings.LongOperation, time, CancellationToken.None);
            await RunAsync(action, row, given);
        }
        finally
        {
            session.LongOperation = null;
        }
    }

    private Task<bool> RunAsync(ScreenAction action, Row row, Change given) => tenant.SaveAsync(
        save =>
        {
            var current = save.Find(row.Schema.Name, row.Id) ?? throw ErpFault.NotFound("No entity satisfies the condition.");
            action.Run(save, save.Edit(current), given);
            return true;
        },
        CancellationToken.None);
}
