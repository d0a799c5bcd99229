using Integration.Dynamics.Finance.Protocol;

namespace Integration.Dynamics.Finance.Returns;

/// <summary>The fields of a mapped return.</summary>
internal sealed class ReturnSchema : HeaderAndLines
{
    private ReturnSchema() : base("ReturnOrder", EntityModel.Load("Returns.return-order-headers-v2.json"), EntityModel.Load("Returns.return-order-lines-v2.json"))
    {
    }

    /// <summary>The schema.</summary>
    public static ReturnSchema Model { get; } = new();
}
