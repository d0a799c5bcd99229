using System.Buffers;
using System.Text.Json;
using Integration.Sandbox.Dynamics.Finance.Schema;

namespace Integration.Sandbox.Dynamics.Finance.Calls;

/// <summary>The list of the entity sets.</summary>
internal static class ServiceDocument
{
    public static ReadOnlyMemory<byte> Write(Metadata metadata, string root)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteString("@odata.context", $"{root}$metadata");
            json.WriteStartArray("value");
            foreach (var set in metadata.Sets)
            {
                json.WriteStartObject();
                json.WriteString("name", set.Name);
                json.WriteString("kind", "EntitySet");
                json.WriteString("url", set.Name);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return buffer.WrittenMemory;
    }
}
