namespace Integration.Sandbox.Shop.Schema;

/// <summary>How an entity's association is kept and shown.</summary>
internal enum LinkKind
{
    /// <summary>Always an empty array: an association of an add-on that this stand-in does not play.</summary>
    EmptyList,

    /// <summary>Always null, for the same reason.</summary>
    Null,

    /// <summary>To one row of another entity; its id is kept under the link's name.</summary>
    One,

    /// <summary>To the rows of another entity that name this one as their owner.</summary>
    Many,

    /// <summary>To rows of another entity that belong to others as well; their ids are kept in a list under the link's name.</summary>
    Refs,

    /// <summary>Small rows kept inside this one, such as translations.</summary>
    Rows,
}
