using Integration.Sandbox.Acumatica.Queries;
using Integration.Sandbox.Acumatica.Records;
using Integration.Sandbox.Acumatica.Screens;
using Microsoft.AspNetCore.Http;

namespace Integration.Sandbox.Acumatica.Calls;

/// <summary>
/// PUT and PATCH. The record meant is found by <c>$filter</c>, by <c>id</c>, or by the keys in the body; with none
/// found a PUT inserts, and where the key is numbered what was sent for it is ignored.
/// </summary>
internal sealed class Upsert(Tenant tenant, ScreenBook screens, Answers answers, ErpSettings settings)
{
    public async Task PutAsync(HttpContext context, EntityCall call)
    {
        var change = await ChangeAsync(context, call);
        var view = call.View(tenant.Endpoint);
        var (mustInsert, mustUpdate) = (context.Request.Headers.IfNoneMatch == "*", context.Request.Headers.IfMatch == "*");
        var saved = await tenant.SaveAsync(
            save =>
            {
                var found = Find(save, call, change);
                if (mustInsert && found is not null)
                {
                    throw ErpFault.PreconditionFailed("The record already exists in the system.");
                }

                if (mustUpdate && found is null)
                {
                    throw ErpFault.PreconditionFailed("The record does not exist in the system.");
                }

                return Write(save, screens[call.Entity.Name], found, change);
            },
            CancellationToken.None);
        await AnswerAsync(context, call, saved, view);
    }

    public async Task PatchAsync(HttpContext context, EntityCall call)
    {
        var change = await ChangeAsync(context, call);
        var view = call.View(tenant.Endpoint);
        var saved = await tenant.SaveAsync(
            save => Write(save, screens[call.Entity.Name], Find(save, call, change) ?? throw ErpFault.NotFound("No entity satisfies the condition."), change),
            CancellationToken.None);
        await AnswerAsync(context, call, saved, view);
    }

    private Task AnswerAsync(HttpContext context, EntityCall call, Row saved, View view) => saved.HasErrors
        ? CallPipeline.WriteAsync(context, StatusCodes.Status422UnprocessableEntity, RowWriter.Write(saved, View.Everything))
        : CallPipeline.WriteAsync(context, StatusCodes.Status200OK, answers.Write(call, saved, view));

    private async Task<Change> ChangeAsync(HttpContext context, EntityCall call) =>
        new ChangeReader(tenant.Endpoint, new CustomFields(settings)).Read(await CallPipeline.BodyAsync(context), call.Schema);

    private Row? Find(Save save, EntityCall call, Change change)
    {
        if (call.Query["$filter"].ToString() is { Length: > 0 } text)
        {
            var filter = Filter.Parse(text, tenant.Endpoint, call.Schema, out _);
            var found = save.All(call.Entity.Name).Where(filter).Take(2).ToList();
            return found.Count > 1 ? throw ErpFault.Exception("Error: More than one entity satisfies the condition.") : found.FirstOrDefault();
        }

        if (change.Id is { } id)
        {
            return save.Find(call.Entity.Name, id) ?? throw ErpFault.NotFound("No entity satisfies the condition.");
        }

        var keys = call.Entity.Keys.Select(key => key == "OrderType" && change.Text(key).Length == 0 ? "SO" : change.Key(key)).ToList();
        return keys.Contains("") ? null : save.Find(call.Entity.Name, keys);
    }

    private Row Write(Save save, Screen screen, Row? found, Change change)
    {
        Row row;
        LockedFields.TakeOut(change, screen.Entity, settings.LockedFields);
        if (found is null)
        {
            row = save.New(screen.Entity);
            screen.Open(save, row);
            screen.Apply(save, row, change, isNew: true);
            screen.Number(save, row);
            save.Insert(row);
        }
        else
        {
            row = save.Edit(found);
            var keys = tenant.Endpoint.TopLevel(screen.Entity)!.Keys.ToDictionary(key => key, key => found.Values.GetValueOrDefault(key));
            screen.Apply(save, row, change, isNew: false);
            foreach (var (key, value) in keys)
            {
                row.Set(key, value);
            }
        }

        screen.Check(save, row, found is null);
        RequiredFields.Check(row, settings.RequireFields);
        if (row.HasErrors)
        {
            save.IsRefused = true;
            row.Error ??= $"{(found is null ? "Inserting " : "Updating ")} '{screen.Title}' record raised at least one error. Please review the errors.";
        }

        return row;
    }
}
