using Integration.Sandbox.Acumatica.Queries;
using Integration.Sandbox.Acumatica.Records;

namespace Integration.Sandbox.Acumatica.Screens;

/// <summary>A data entry form behind an entity: what a new record starts with, what is checked and worked out at save.</summary>
/// <param name="entity">Entity that it serves.</param>
/// <param name="title">Name in messages.</param>
internal abstract class Screen(string entity, string title)
{
    private static readonly IReadOnlySet<string> None = new HashSet<string>();
    private static readonly IReadOnlyDictionary<string, ScreenAction> NoActions = new Dictionary<string, ScreenAction>();

    public string Entity { get; } = entity;

    public string Title { get; } = title;

    /// <summary>Fields that the ERP works out itself, as "Entity.Field"; what is sent for them is ignored.</summary>
    public virtual IReadOnlySet<string> Outputs => None;

    /// <summary>Parts that a list read cannot return, because they do not come from the query.</summary>
    public virtual IReadOnlySet<string> Unoptimizable => None;

    public virtual IReadOnlyDictionary<string, ScreenAction> Actions => NoActions;

    /// <summary>Fills a new record before the request is laid over it.</summary>
    public virtual void Open(Save save, Row row)
    {
    }

    /// <summary>Gives a new record its key when the key is numbered; called after the request is laid over it.</summary>
    public virtual void Number(Save save, Row row)
    {
    }

    /// <summary>Lays the request over the record.</summary>
    public virtual void Apply(Save save, Row row, Change change, bool isNew) => Merge.Into(row, change, Outputs);

    /// <summary>Works out the outputs and puts errors where they belong.</summary>
    public abstract void Check(Save save, Row row, bool isNew);

    public virtual void Delete(Save save, Row row) => save.Delete(row);

    /// <summary>The record as it is returned; what lies in other tables is looked up at every read.</summary>
    public virtual Row Show(Tenant tenant, Row row, View view) => row;

    /// <summary>Says on the field that a code is unknown, in the ERP's usual words.</summary>
    protected static void Missing(Row row, string field, string display, string value) =>
        row.Fail(field, $"'{display}' '{value}' cannot be found in the system.");
}
