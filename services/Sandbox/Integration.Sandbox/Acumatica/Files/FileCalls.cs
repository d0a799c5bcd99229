using System.Text.Json.Nodes;
using Integration.Sandbox.Acumatica.Calls;
using Integration.Sandbox.Acumatica.Records;
using Integration.Sandbox.Acumatica.Schema;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.StaticFiles;

namespace Integration.Sandbox.Acumatica.Files;

/// <summary>Files of a record: attached under the record's address, read under an address of their own; the same name overwrites.</summary>
internal sealed class FileCalls(Tenant tenant)
{
    private static readonly FileExtensionContentTypeProvider Types = new();

    /// <summary>Attaches the body of the request.</summary>
    public async Task AttachAsync(HttpContext context, Row owner, string name)
    {
        using var content = new MemoryStream();
        await context.Request.Body.CopyToAsync(content, context.RequestAborted);
        await tenant.SaveAsync(
            save =>
            {
                var file = save.All(InternalTables.File).FirstOrDefault(kept => IsOf(kept, owner.Id) && kept.Text("FileName").Equals(name, StringComparison.OrdinalIgnoreCase)) is { } earlier
                    ? save.Edit(earlier) : Begin(save, owner);
                file.Set("FileName", name).Set("Content", Convert.ToBase64String(content.ToArray()));
                return true;
            },
            CancellationToken.None);
        context.Response.StatusCode = StatusCodes.Status204NoContent;
    }

    /// <summary>Returns the content of a file.</summary>
    public async Task ReadAsync(HttpContext context, string id)
    {
        var file = tenant.Find(InternalTables.File, id) ?? throw ErpFault.NotFound("The file was not found.");
        context.Response.ContentType = Types.TryGetContentType(file.Text("FileName"), out var type) ? type : "application/octet-stream";
        await context.Response.BodyWriter.WriteAsync(Convert.FromBase64String(file.Text("Content")), context.RequestAborted);
    }

    /// <summary>The links of a record.</summary>
    public JsonArray Links(Guid owner, string endpoint) => new([.. tenant.All(InternalTables.File, file => IsOf(file, owner)).Select(file => new JsonObject
    {
        ["id"] = file.Text("FileID"), ["filename"] = file.Text("FileName"), ["href"] = $"{endpoint}/files/{file.Text("FileID")}",
    })]);

    private static Row Begin(Save save, Row owner)
    {
        var file = save.New(InternalTables.File).Set("OwnerID", owner.Id);
        return save.Insert(file.Set("FileID", file.Id.ToString()));
    }

    private static bool IsOf(Row file, Guid owner) => file.Values.GetValueOrDefault("OwnerID") is Guid id && id == owner;
}
