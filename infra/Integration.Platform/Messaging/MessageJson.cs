using System.Text.Json;
using Integration.Contracts.Serialization;
using MassTransit.Serialization;

namespace Integration.Platform.Messaging;

/// <summary>MassTransit's JSON options with the contracts' rules laid over them; made once, as MassTransit keeps them for the whole process.</summary>
internal static class MessageJson
{
    private static readonly JsonSerializerOptions Options = Create();

    public static JsonSerializerOptions Replace(JsonSerializerOptions current) => Options;

    private static JsonSerializerOptions Create()
    {
        var options = new JsonSerializerOptions(SystemTextJsonMessageSerializer.Options);
        ContractsJson.Apply(options);
        return options;
    }
}
