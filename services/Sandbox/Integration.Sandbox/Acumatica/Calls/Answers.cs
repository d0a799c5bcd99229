using System.Text.Json.Nodes;
using Integration.Sandbox.Acumatica.Files;
using Integration.Sandbox.Acumatica.Queries;
using Integration.Sandbox.Acumatica.Records;
using Integration.Sandbox.Acumatica.Screens;

namespace Integration.Sandbox.Acumatica.Calls;

/// <summary>Writes the record that a call returns: what its form looks up, the custom fields and the files that were asked for.</summary>
internal sealed class Answers(Tenant tenant, ScreenBook screens, FileCalls files, CustomFields custom)
{
    public JsonObject Write(EntityCall call, Row row, View view, int rowNumber = 1)
    {
        var json = RowWriter.Write(screens[call.Entity.Name].Show(tenant, row, view), view, rowNumber, call.Address);
        if (call.Query["$custom"].ToString() is { Length: > 0 } paths)
        {
            json["custom"] = custom.Write(paths.Split(',', StringSplitOptions.TrimEntries), call.Entity.Name, row);
        }

        if (view.Expanded.Contains("files"))
        {
            json["files"] = files.Links(row.Id, call.Address[..call.Address.LastIndexOf('/')]);
        }

        return json;
    }

    /// <summary>The custom fields that an entity has.</summary>
    public JsonObject Schema(EntityCall call) => new() { ["custom"] = custom.Schema(call.Entity.Name) };
}
