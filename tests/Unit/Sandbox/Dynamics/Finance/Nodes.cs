using System.Text.Json.Nodes;

namespace Integration.Tests.Unit.Sandbox.Dynamics.Finance;

/// <summary>Short ways to what a record holds.</summary>
internal static class Nodes
{
    public static string Text(this JsonNode record, string name) => record[name]!.GetValue<string>();

    public static decimal Number(this JsonNode record, string name) => record[name]!.GetValue<decimal>();
}
