<?php

namespace XLite\Module\Integration\ErpBridge\Model;

/**
 * A hint that waits, was delivered or failed. Only the mapping: the rows are written by plain statements, inside the shop's
 * transactions. Holds ids and no personal data, because X-Cart 5.4's REST API shows every table.
 *
 * @Entity
 * @Table (name="erp_bridge_outbox",
 *      indexes={
 *          @Index (name="due", columns={"state","dueAt"})
 *      },
 *      uniqueConstraints={
 *          @UniqueConstraint (name="message", columns={"messageId"})
 *      }
 * )
 */
class Outbox extends \XLite\Model\AEntity
{
    /**
     * @var int
     *
     * @Id
     * @GeneratedValue (strategy="AUTO")
     * @Column (type="integer", options={ "unsigned": true })
     */
    protected $id;

    /**
     * @var string the header webhook-id
     *
     * @Column (type="string", options={ "fixed": true }, length=36)
     */
    protected $messageId;

    /**
     * @var string like order.placed
     *
     * @Column (type="string", length=32)
     */
    protected $type;

    /**
     * @var int
     *
     * @Column (type="integer", options={ "unsigned": true })
     */
    protected $entityId;

    /**
     * @var string what is sent, letter for letter
     *
     * @Column (type="string", length=255)
     */
    protected $body;

    /**
     * @var int seconds since 1970, as all times here
     *
     * @Column (type="integer", options={ "unsigned": true })
     */
    protected $createdAt;

    /**
     * @var int
     *
     * @Column (type="integer", options={ "unsigned": true })
     */
    protected $dueAt;

    /**
     * @var int 0 while it waits
     *
     * @Column (type="integer", options={ "unsigned": true })
     */
    protected $doneAt;

    /**
     * @var string N waits, D delivered, F failed
     *
     * @Column (type="string", options={ "fixed": true }, length=1)
     */
    protected $state;

    /**
     * @var int
     *
     * @Column (type="integer", options={ "unsigned": true })
     */
    protected $attempts;

    /**
     * @var int HTTP, 0 without an answer
     *
     * @Column (type="integer", options={ "unsigned": true })
     */
    protected $lastStatus;

    /**
     * @var string
     *
     * @Column (type="string", length=255)
     */
    protected $lastProblem;

    /**
     * @var string of the sender that has it
     *
     * @Column (type="string", length=32)
     */
    protected $claim;

    /**
     * @var int
     *
     * @Column (type="integer", options={ "unsigned": true })
     */
    protected $claimedUntil;
}
