using System.Text.Json.Nodes;
using Integration.Connectors.Ports;
using Integration.Contracts.Customers;
using Integration.Mapping.Documents;
using Integration.Mapping.Lookups;

namespace Integration.Tests.Compliance.Erp.Customers;

/// <summary>An ERP that keeps customers, and the people who look after them.</summary>
public abstract class ErpCustomersUnderTest : IAsyncDisposable
{
    /// <summary>The ERP.</summary>
    public abstract ErpUnderTest Under { get; }

    /// <summary>Its port.</summary>
    public ICustomerRecords Customers => Under.Erp.CustomerRecords!;

    /// <summary>Makes trouble with the next write of a customer.</summary>
    public abstract void Trouble(Trouble trouble);

    /// <summary>People make a customer, or change the one with this e-mail; what is null stays.</summary>
    public abstract Task EditAsync(string email, string? id = null, string? phone = null, bool? active = null);

    /// <summary>People delete a customer.</summary>
    public abstract Task DeleteAsync(string id);

    /// <summary>False where nothing can be locked against a user without every write of it being refused.</summary>
    public virtual bool LocksContact => true;

    /// <summary>The connector's user may no longer edit e-mail address and telephone.</summary>
    public abstract Task LockContactAsync();

    /// <summary>Maps canonical values by the connector's own document.</summary>
    public JsonObject Map(IReadOnlyDictionary<string, string> values)
    {
        var source = new JsonObject { ["id"] = "8", ["storefront"] = "XC1" };
        foreach (var (name, value) in values) source[name] = value;
        return Mapped(Customers.ToErp, source);
    }

    /// <summary>What the ERP's record means, by the connector's own document.</summary>
    public IReadOnlyDictionary<string, string> Read(JsonObject record)
    {
        var source = (JsonObject)record.DeepClone();
        source[CustomerSchemas.Compared] = new JsonArray([CustomerFields.Email]);
        return Mapped(Customers.ToStore, source).ToDictionary(field => field.Key, field => field.Value!.GetValue<string>());
    }

    /// <inheritdoc />
    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return Under.DisposeAsync();
    }

    private static JsonObject Mapped(MappingPort port, JsonObject source)
    {
        var result = MappingDocument.Parse(port.Default).Compile(port.Source, port.Target).Map(source, LookupTables.None);
        return result.Document ?? throw new InvalidOperationException(string.Join("; ", result.Problems.Select(problem => problem.Message)));
    }
}
